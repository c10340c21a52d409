import type { FileTextKey, FileTextParams } from './file-texts.js';

export type FileRefusalCode =
  'FILE_TOO_LARGE' | 'FILE_TYPE' | 'FILE_BROKEN' | 'FILE_MALICIOUS' | 'VALIDATION';

/** Why a file was not taken, not yet put into words. */
export interface FileRefusal {
  readonly ok: false;
  readonly code: FileRefusalCode;
  readonly key: FileTextKey;
  readonly params: FileTextParams;
}

export const refusal = (
  code: FileRefusalCode,
  key: FileTextKey,
  params: FileTextParams = {},
): FileRefusal => ({ ok: false, code, key, params });
