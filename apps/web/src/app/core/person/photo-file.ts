const TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/heic', 'image/heif']);
const ENDINGS = /\.(jpe?g|png|heic|heif)$/i;

/** What is wrong with a picked picture, as a message key; the size does not matter, because only the cut part is sent. */
export function photoFileProblem(
  file: Pick<File, 'name' | 'size' | 'type'>,
  count: number,
): string | undefined {
  if (count > 1) {
    return 'person.error.photoOne';
  }
  if (file.size === 0) {
    return 'person.error.photoEmpty';
  }
  // Some systems do not name the type of HEIC files.
  return TYPES.has(file.type) || (file.type === '' && ENDINGS.test(file.name))
    ? undefined
    : 'person.error.photoType';
}
