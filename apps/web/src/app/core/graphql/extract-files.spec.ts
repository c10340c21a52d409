import { describe, expect, it } from 'vitest';

import { extractFiles } from './extract-files.js';

describe('Extracting files from a request', () => {
  it('puts null where files were and names their paths', () => {
    const photo = new File(['x'], '照片.jpg');
    const { clone, files } = extractFiles({
      operationName: 'UploadAttachment',
      variables: { file: photo, input: { slot: 'ID', again: [photo] } },
    });
    expect(clone).toEqual({
      operationName: 'UploadAttachment',
      variables: { file: null, input: { slot: 'ID', again: [null] } },
    });
    expect([...files]).toEqual([[photo, ['variables.file', 'variables.input.again.0']]]);
  });

  it('leaves a request without files as it is', () => {
    const body = { query: '{ a }', variables: { n: 1, none: null, list: ['x'] } };
    const { clone, files } = extractFiles(body);
    expect(clone).toEqual(body);
    expect(files.size).toBe(0);
  });
});
