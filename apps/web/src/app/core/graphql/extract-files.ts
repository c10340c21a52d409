type FilePaths = Map<File | Blob, string[]>;

/**
 * Takes the files out of a GraphQL request body, as the multipart request specification wants it:
 * null stands where each file was, and the map tells every file's paths.
 */
export function extractFiles(body: unknown): { clone: unknown; files: FilePaths } {
  const files: FilePaths = new Map();
  return { clone: withoutFiles(body, '', files), files };
}

function withoutFiles(value: unknown, path: string, files: FilePaths): unknown {
  if (value instanceof Blob) {
    files.set(value, [...(files.get(value) ?? []), path]);
    return null;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => withoutFiles(item, join(path, index), files));
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withoutFiles(item, join(path, key), files)]),
    );
  }
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
