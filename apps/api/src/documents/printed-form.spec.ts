import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formChecksum, formQrText, readFormQrText } from './printed-form.js';
import { samplePrint } from './sample-form.fixture.js';

describe('the fingerprint on a form', () => {
  it('names the application, its data version and the first 16 digits of the content hash', () => {
    expect(formQrText(samplePrint)).toBe('KP1|form|BM-2027-000123|3|9f86d081884c7d65');
    expect(formChecksum(samplePrint)).toBe('9F86-D081-884C');
  });

  it('is read back as it was written', () => {
    const hexadecimal = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9-]{1,30}$/),
        fc.nat(999_999),
        hexadecimal,
        (applicationNo, dataVersion, contentHash) => {
          const read = readFormQrText(formQrText({ applicationNo, dataVersion, contentHash }));
          expect(read).toEqual({
            applicationNo,
            dataVersion,
            hashPrefix: contentHash.slice(0, 16),
          });
        },
      ),
    );
  });

  it.each([
    '',
    'KP1|form|A|1',
    'KP2|form|A|1|9f86d081884c7d65',
    'KP1|form|A|x|9f86d081884c7d65',
    'https://kaopu.example/',
  ])('is not seen in %j', (text) => {
    expect(readFormQrText(text)).toBeNull();
  });
});
