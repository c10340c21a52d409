import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import { groupsBlock } from './form-groups.js';
import { bandRow, tableBlock } from './form-tables.js';
import { opinionBoxes } from './opinion-boxes.js';
import { continuationHead, QR_SIDE, qrNode, sheetFoot } from './page-furniture.js';
import type { Density, PageLayout } from './pdf-writer.js';
import type { ApplicationFormData, FormDeclaration } from './printed-form.js';
import { columnWidths, grid, SHEET, textNode } from './typesetting.js';

const SIDE = 40;
const MARGINS: PageLayout['margins'] = [SIDE, 34, SIDE, 34];
const WIDTH = SHEET.width - 2 * SIDE;
const SIGNATURE_LINE = 120;

/** Lays an application form out as one ruled sheet: heading with QR, groups with photo, lists, declaration, opinions. */
export function formLayout(
  fonts: DocumentFonts,
  form: ApplicationFormData,
  density: Density,
): PageLayout {
  const blocks = [
    ...(form.groups.length === 0 ? [] : [groupsBlock(fonts, form, WIDTH)]),
    ...form.tables.map((table) => tableBlock(fonts, table, WIDTH)),
    ...(form.declaration === null ? [] : [declarationBlock(fonts, form.declaration)]),
  ];
  const hasOpinions = form.opinions.length > 0;
  const stack = blocks.map((block, index) =>
    grid(
      {
        first: index === 0,
        last: !hasOpinions && index === blocks.length - 1,
        padding: density.padding,
      },
      block,
    ),
  );
  return {
    content: [
      headingBlock(fonts, form),
      ...stack,
      ...(hasOpinions
        ? opinionBoxes(fonts, form.opinions, density, WIDTH, SHEET.height - MARGINS[3])
        : []),
    ],
    margins: MARGINS,
    head: (page) => (page === 1 ? null : continuationHead(fonts, form, SIDE)),
    foot: (page, pages) => sheetFoot(fonts, form, SIDE, page, pages),
  };
}

function headingBlock(fonts: DocumentFonts, form: ApplicationFormData): Content {
  const small = { fontSize: 9.5 } as const;
  const labelled = (label: string, value: string): string => `${label} ${value}`;
  return {
    columns: [
      { text: '', width: QR_SIDE },
      {
        width: '*',
        stack: [
          textNode(fonts, form.subheading ?? '', { fontSize: 11, alignment: 'center' }),
          textNode(fonts, form.heading, {
            fontSize: 18,
            bold: true,
            alignment: 'center',
            characterSpacing: 1,
          }),
          textNode(fonts, labelled(form.number.label, form.number.value), {
            ...small,
            alignment: 'center',
            marginTop: 3,
          }),
          textNode(fonts, labelled(form.checksum.label, form.checksum.value), {
            ...small,
            alignment: 'center',
          }),
        ],
      },
      { stack: [qrNode(form.qrText, 'right')], width: QR_SIDE },
    ],
    marginBottom: 6,
  };
}

function declarationBlock(
  fonts: DocumentFonts,
  declaration: FormDeclaration,
): ContentTable['table'] {
  const promise: TableCell = {
    stack: [
      { ...textNode(fonts, declaration.text), leadingIndent: 20 },
      {
        columns: [
          { text: '', width: '*' },
          { ...textNode(fonts, declaration.signatureLabel), width: 'auto' },
          {
            width: SIGNATURE_LINE,
            canvas: [{ type: 'line', x1: 0, y1: 12, x2: SIGNATURE_LINE, y2: 12, lineWidth: 0.5 }],
          },
          { ...textNode(fonts, declaration.dateLabel), width: 'auto' },
        ],
        columnGap: 6,
        margin: [0, 8, 0, 2],
      },
    ],
  };
  return {
    widths: columnWidths(WIDTH, [1]),
    body: [bandRow(fonts, declaration.title, 1), [promise]],
    headerRows: 1,
  };
}
