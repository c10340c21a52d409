import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DocumentFonts, installedFontFiles } from './document-fonts.js';
import { DocumentsService } from './documents.service.js';
import { hasPoppler, print, printWithPoppler, readQrCodes, wordsOf } from './paper.fixture.js';
import { UnprintablePictureError } from './picture.js';
import type { ApplicationFormData, FormTable } from './printed-form.js';
import { sampleCertificate, sampleForm } from './sample-form.fixture.js';

const documents = new DocumentsService(new DocumentFonts(installedFontFiles(process.env)));

const picture = sharp({ create: { width: 358, height: 441, channels: 3, background: '#88aacc' } });

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

function workRecords(count: number): FormTable {
  const rows = Array.from({ length: count }, (_, index) => [
    `20${String(index).padStart(2, '0')}-01 至 今`,
    `演示第${index}无损检测有限公司`,
    '检测部 检测员',
    '演示',
  ]);
  return {
    title: '工作经历',
    headers: ['起止时间', '单位', '岗位', '证明人'],
    weights: [3, 5, 4, 2],
    rows,
  };
}

function textsOf(form: ApplicationFormData): string[] {
  return [
    form.heading,
    ...form.groups.flatMap((group) => [
      group.title,
      ...group.rows.flatMap((row) => [row.label, row.value]),
    ]),
    ...form.tables.flatMap((table) => [table.title, ...table.headers, ...table.rows.flat()]),
    form.declaration?.text ?? '',
    ...form.opinions.map((opinion) => opinion.title),
    form.footer,
  ];
}

describe('a printed application form', () => {
  it('stands on one sheet with photo and watermark, and its QR code reads from the picture', async () => {
    const form = sampleForm({ photo: await picture.clone().jpeg().toBuffer(), watermark: '演示' });
    const sheets = await print(await documents.applicationForm(form));
    expect(sheets).toHaveLength(1);
    expect(await readQrCodes(sheets[0]?.png ?? Buffer.alloc(0))).toEqual([form.qrText]);
  });

  it.runIf(hasPoppler)(
    'reads the same when another program draws it, turned and blurred',
    async () => {
      const form = sampleForm({ watermark: '演示' });
      const drawn = printWithPoppler(await documents.applicationForm(form));
      const scanned = await sharp(drawn)
        .rotate(7, { background: '#f6f4ee' })
        .blur(1.2)
        .jpeg({ quality: 60 })
        .toBuffer();
      expect(await readQrCodes(scanned)).toEqual([form.qrText]);
    },
  );

  it('carries every text of its data', async () => {
    const form = sampleForm();
    const words = wordsOf(await print(await documents.applicationForm(form)));
    expect(textsOf(form).filter((text) => !words.includes(withoutSpace(text)))).toEqual([]);
  });

  it('has the same bytes for the same data, whatever was printed in between, and others for other data', async () => {
    const photo = await picture.clone().png().toBuffer();
    const first = await documents.applicationForm(sampleForm({ photo }));
    await documents.certificate(sampleCertificate());
    expect((await documents.applicationForm(sampleForm({ photo }))).equals(first)).toBe(true);
    expect(
      (await documents.applicationForm(sampleForm({ photo, footer: '演示' }))).equals(first),
    ).toBe(false);
  });

  it('is set tighter before it takes a second sheet', async () => {
    const sizes = async (rows: number): Promise<[sheets: number, size: number]> => {
      const sheets = await print(
        await documents.applicationForm(sampleForm({ tables: [workRecords(rows)] })),
      );
      return [
        sheets.length,
        sheets[0]?.texts.find(({ text }) => text.includes('居民身份证'))?.size ?? 0,
      ];
    };
    expect(await sizes(7)).toEqual([1, 10.5]);
    expect(await sizes(13)).toEqual([1, 9.5]);
    expect(await sizes(40)).toEqual([2, 10.5]);
  });

  it('flows onto further sheets without losing a character, each sheet naming the form and its place', async () => {
    const form = sampleForm({ tables: [workRecords(99)] });
    const sheets = await print(await documents.applicationForm(form));
    const words = wordsOf(sheets);
    expect(sheets.length).toBeGreaterThan(2);
    expect(textsOf(form).filter((text) => !words.includes(withoutSpace(text)))).toEqual([]);
    sheets.forEach((sheet, index) => {
      expect(wordsOf([sheet])).toContain(`第${index + 1}页共${sheets.length}页`);
      expect(wordsOf([sheet])).toContain(form.number.value);
    });
  });

  it.each([
    [
      'field',
      (text: string) =>
        sampleForm({
          photoLabel: null,
          groups: [{ title: '题', rows: [{ label: '栏', value: text }] }],
        }),
    ],
    [
      'list cell',
      (text: string) => sampleForm({ tables: [{ title: '题', headers: ['栏'], rows: [[text]] }] }),
    ],
    [
      'declaration',
      (text: string) =>
        sampleForm({ declaration: { title: '题', text, signatureLabel: '', dateLabel: '' } }),
    ],
    [
      'opinion',
      (text: string) =>
        sampleForm({ opinions: [{ title: '题', text, stampLabel: '', dateLabel: '' }] }),
    ],
  ])('keeps every character of a %s that is taller than a sheet', async (_, formWith) => {
    const text = `${Array.from({ length: 900 }, (_unused, index) => `演示${index}`).join('，')}${'x'.repeat(2000)}`;
    const sheets = await print(await documents.applicationForm(formWith(text)));
    const placed = sheets.flatMap((sheet) => sheet.texts);
    const running = placed.filter((piece) => piece.size > 8 && !['题', '栏'].includes(piece.text));
    const words = running
      .map((piece) => piece.text)
      .join('')
      .replace(/\s/g, '');
    expect(sheets.length).toBeGreaterThan(2);
    expect(words.includes(text)).toBe(true);
    expect(Math.max(...placed.map((piece) => piece.right))).toBeLessThan(560);
    expect(Math.max(...placed.map((piece) => piece.baseLine))).toBeLessThan(830);
  });

  it('prints without photo place, lists, declaration and opinions when the data has none', async () => {
    const form = sampleForm({ photoLabel: null, tables: [], declaration: null, opinions: [] });
    const sheets = await print(await documents.applicationForm(form));
    expect(sheets).toHaveLength(1);
    expect(wordsOf(sheets)).not.toContain('照片');
  });

  it('prints a list without rows with the words for that', async () => {
    const empty = { ...workRecords(0), emptyText: '无' };
    expect(
      wordsOf(await print(await documents.applicationForm(sampleForm({ tables: [empty] })))),
    ).toContain('证明人无');
  });

  it('keeps markup, file and network addresses in the data as plain text', async () => {
    const value = '{"image":"/etc/passwd"} <b>http://127.0.0.1/</b> {page}';
    const form = sampleForm({
      groups: [{ title: '演示', rows: [{ label: '姓名', value, wide: true }] }],
    });
    expect(wordsOf(await print(await documents.applicationForm(form)))).toContain(
      withoutSpace(value),
    );
  });

  it.each([
    ['a GIF', Buffer.from('GIF89a')],
    ['a path', Buffer.from('/etc/passwd')],
    ['an empty file', Buffer.alloc(0)],
  ])('refuses %s as photo', async (_, photo) => {
    await expect(documents.applicationForm(sampleForm({ photo }))).rejects.toThrow(
      UnprintablePictureError,
    );
  });

  it('goes on printing after a broken photo', async () => {
    const broken = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    await expect(documents.applicationForm(sampleForm({ photo: broken }))).rejects.toThrow(
      'Invalid image',
    );
    await expect(documents.applicationForm(sampleForm())).resolves.toBeInstanceOf(Buffer);
  });
});

describe('a printed certificate', () => {
  it('stands on one sheet, carries its texts and a readable verification code', async () => {
    const certificate = sampleCertificate({
      photo: await picture.clone().jpeg().toBuffer(),
      watermark: '演示',
      statusNote: '已换发',
    });
    const sheets = await print(await documents.certificate(certificate));
    const words = wordsOf(sheets);
    const texts = [
      ...[
        certificate.number,
        certificate.verification,
        ...certificate.holder,
        ...certificate.issue,
      ].flatMap(({ label, value }) => [label, value]),
      ...certificate.items.rows.flat(),
      '已换发',
    ];
    expect(sheets).toHaveLength(1);
    expect(await readQrCodes(sheets[0]?.png ?? Buffer.alloc(0))).toEqual([certificate.qrText]);
    expect(texts.filter((text) => !words.includes(withoutSpace(text)))).toEqual([]);
  });

  it('has the same bytes every time', async () => {
    const first = await documents.certificate(sampleCertificate());
    expect((await documents.certificate(sampleCertificate())).equals(first)).toBe(true);
  });

  it('breaks a value without spaces inside its column', async () => {
    const holder = [{ label: '姓名', value: 'Demo'.repeat(60) }];
    const sheets = await print(await documents.certificate(sampleCertificate({ holder })));
    const pieces = sheets
      .flatMap((sheet) => sheet.texts)
      .filter(({ text }) => text.includes('Demo'));
    expect(wordsOf(sheets)).toContain('Demo'.repeat(60));
    expect(Math.max(...pieces.map((piece) => piece.right))).toBeLessThan(450);
  });

  it('holds the items of a whole career on one sheet', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => [
      `演示项目 ${index}`,
      'Ⅱ',
      '2019-05-20',
      '2027-05-20',
      '2027-05-20',
      '2032-05-19',
    ]);
    const items = { ...sampleCertificate().items, rows };
    expect(await print(await documents.certificate(sampleCertificate({ items })))).toHaveLength(1);
  });
});
