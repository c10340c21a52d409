import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './file-name.js';

describe('A stored file name', () => {
  it.each([
    ['证书.pdf', '证书.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\win.ini', 'win.pdf'],
    ['photo.jpg.exe', 'photo.jpg.pdf'],
    ['scan.JPEG', 'scan.pdf'],
    ['a\u202Egpj.exe', 'agpj.pdf'],
    ['zero\u200Bwidth\u0000nul\r\nline.pdf', 'zerowidthnulline.pdf'],
    ['e\u0301cole.pdf', '\u00E9cole.pdf'],
    ['-rf.pdf', 'rf.pdf'],
    ['.htaccess', 'file.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(95)}.pdf`],
  ])('made of %j is %j', (given, expected) => {
    expect(safeFileName(given, 'application/pdf')).toBe(expected);
  });

  it('always fits its column and any file system, and says what the content is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given, 'image/png');
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]+\.png$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(500);
        expect(Buffer.from(name).toString()).toBe(name);
      }),
    );
  });

  it('goes into the header whole, and in ASCII for old readers', () => {
    expect(contentDisposition('attachment', '张三 "证书".pdf')).toBe(
      `attachment; filename="__ ____.pdf"; filename*=UTF-8''%E5%BC%A0%E4%B8%89%20%22%E8%AF%81%E4%B9%A6%22.pdf`,
    );
  });

  it('never breaks the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = contentDisposition('inline', safeFileName(given, 'image/jpeg'));
        expect(header).toMatch(
          /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.~!#$&+^`|-]+$/,
        );
      }),
    );
  });
});
