import { EXTENSION_OF, type FileMime } from './file-rules.js';

/** Counted in characters, not in halves of them: 95, and the extension. */
const BASE_START = /^.{0,95}/su;
/** Control characters, and marks that turn or hide text (`photo‮gpj.exe` reads as a picture). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN_IN_NAMES = /[<>:"|?*]/g;
const LAST_EXTENSION = /\.[a-z0-9]{1,8}$/i;

/**
 * A file name that can be shown and saved anywhere: no path, nothing invisible, at most 100
 * characters, and the extension of what the content really is. Never used as a name on our disk.
 */
export function safeFileName(given: string, mime: FileMime): string {
  const lastPart = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = lastPart.replace(UNSEEN, '').replace(FORBIDDEN_IN_NAMES, '_');
  const base = visible.replace(LAST_EXTENSION, '').replace(/^[\s.-]+|[\s.]+$/g, '');
  const short = BASE_START.exec(base)?.[0].trimEnd();
  return `${short || 'file'}.${EXTENSION_OF[mime]}`;
}

/** The header that makes a browser save or show the file under this name (RFC 6266, RFC 8187). */
export function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
