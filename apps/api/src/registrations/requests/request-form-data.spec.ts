import { applicationType, displayItemCode } from '@kaopu/domain';
import { describe, expect, it } from 'vitest';
import { aCaseFile } from '../../../test/builders/case-files.js';
import { aPerson } from '../../../test/builders/people.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import { DocumentFonts, installedFontFiles } from '../../documents/document-fonts.js';
import { DocumentsService } from '../../documents/documents.service.js';
import { print, readQrCodes, wordsOf } from '../../documents/paper.fixture.js';
import { contentHash, NOTHING_BESIDE } from '../cases/fingerprint.js';
import { requestForm } from './request-form-data.js';

const documents = new DocumentsService(new DocumentFonts(installedFontFiles(process.env)));

/** A rare character of Extension B in the name, which must not become a box. */
const certificate: IssuedCertificate = {
  id: 'c1',
  number: 'TS-P34-2025-000042',
  holderAccountId: 'a1',
  holder: {
    name: '演示𬱖',
    idNumber: '34010119900101000X',
    sex: 'FEMALE',
    birthDate: '1990-01-01',
    employer: '演示特种设备检测有限公司',
  },
  authorityCode: 'P34',
  institutionCode: 'EI-34',
  photoFileId: null,
  status: 'VALID',
  purpose: 'ISSUE',
  issuedAt: new Date('2025-03-01T02:00:00Z'),
  items: [
    {
      itemCode: 'RT-II',
      firstIssueDate: '2020-03-01',
      approvalDate: '2025-03-01',
      validFrom: '2025-03-01',
      validTo: '2030-02-28',
      restriction: null,
    },
  ],
};

const ANSWERS = {
  'certificate-reissue': {
    reissueReason: 'LOST',
    reissueStatement: '在合肥南站遗失，已登报声明。',
  },
  'certificate-change': {
    newName: '演示新名',
    newIdNumber: '340101199101010007',
    newFirstIssueDates: [{ itemCode: 'RT-II', firstIssueDate: '2019-03-01' }],
    changeReason: '公安机关更正。',
  },
} as const;

function formOf(code: keyof typeof ANSWERS) {
  const type = applicationType(code);
  const answers: Readonly<Record<string, unknown>> = ANSWERS[code];
  const person = {
    ...aPerson({
      phone: '13900000000',
      postalAddress: '安徽省合肥市演示路1号',
      postcode: '230000',
      email: null,
    }),
    heldItems: [],
  };
  const content = { answers, person };
  const file = aCaseFile(type, { certificate, content });
  const hash = contentHash(type, content, NOTHING_BESIDE);
  return requestForm(file, {
    language: 'zh-CN',
    form: type.forms[0] ?? 'reissue-form',
    certificate,
    content,
    print: { applicationNo: '202611-000007', dataVersion: 2, contentHash: hash },
    authorityName: '安徽省市场监督管理局',
    itemNames: new Map([['RT-II', '射线胶片照相检测Ⅱ级']]),
    demo: true,
  });
}

describe.each(['certificate-reissue', 'certificate-change'] as const)(
  'the form of a %s',
  (code) => {
    it('stands on one sheet, and its QR code reads from the picture', async () => {
      const form = formOf(code);
      const sheets = await print(await documents.applicationForm(form));
      expect(sheets).toHaveLength(1);
      expect(await readQrCodes(sheets[0]?.png ?? Buffer.alloc(0))).toEqual([form.qrText]);
    });

    it('shows the certificate, and its holder with every character', async () => {
      const words = wordsOf(await print(await documents.applicationForm(formOf(code))));
      const { holder, number } = certificate;
      const expected = [number, holder.name, holder.idNumber, '2020-03-01', '2030-02-28'];
      expect([...expected, displayItemCode('RT-II')].filter((one) => !words.includes(one))).toEqual(
        [],
      );
      expect(documents.missingGlyphs(holder.name)).toEqual([]);
    });

    it('has the same bytes for the same content', async () => {
      const first = await documents.applicationForm(formOf(code));
      expect((await documents.applicationForm(formOf(code))).equals(first)).toBe(true);
    });
  },
);

describe('what each form is for', () => {
  it('the reissue form says reason and circumstances', async () => {
    const words = wordsOf(
      await print(await documents.applicationForm(formOf('certificate-reissue'))),
    );
    for (const one of [
      '特种设备检验检测人员证书补办申请表',
      '遗失',
      '在合肥南站遗失，已登报声明。',
    ]) {
      expect(words).toContain(one);
    }
  });

  it('the change form shows each value before and after, and the proof', async () => {
    const { tables } = formOf('certificate-change');
    expect(tables.at(-1)?.rows).toEqual([
      ['姓名', '演示𬱖', '演示新名', '户口簿或公安机关出具的更名证明'],
      [
        '证件号码',
        '34010119900101000X',
        '340101199101010007',
        '公安机关出具的证件号码变更（升位）证明和现用身份证件',
      ],
      ['RT-Ⅱ 初次取证日期', '2020-03-01', '2019-03-01', '初次取证时的证书或发证记录'],
    ]);
    const words = wordsOf(
      await print(await documents.applicationForm(formOf('certificate-change'))),
    );
    expect(words).toContain('340101199101010007');
  });
});
