import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import { tableBlock } from './form-tables.js';
import {
  continuationHead,
  PHOTO,
  photoNode,
  QR_SIDE,
  qrNode,
  sheetFoot,
} from './page-furniture.js';
import type { Density, PageLayout } from './pdf-writer.js';
import type { CertificateData, LabelledText } from './printed-form.js';
import { grid, isShort, SHEET, textNode } from './typesetting.js';

const SIDE = 58;
const MARGINS: PageLayout['margins'] = [SIDE, 62, SIDE, 62];
const WIDTH = SHEET.width - 2 * SIDE;
const CAPTION_WIDTH = 84;
/** Width of the block with the QR code, and the gap beside it and beside the photo. */
const VERIFICATION_WIDTH = QR_SIDE + 70;
const GAP = 20;
/** Space and line around the photo inside its frame, both sides together. */
const PHOTO_FRAME = 5;
const LINE_SIDE = 3;
const FRAME_COLOUR = '#7c1d1d';
const FRAME = [
  { inset: 26, lineWidth: 2 },
  { inset: 31, lineWidth: 0.6 },
] as const;

/** Lays a certificate out: framed sheet, photo beside the person, items with their dates, verification beside the issuer. */
export function certificateLayout(
  fonts: DocumentFonts,
  certificate: CertificateData,
  density: Density,
): PageLayout {
  const relaxed = { ...density, padding: density.padding * 2.5 };
  return {
    content: [
      headingBlock(fonts, certificate),
      personBlock(fonts, certificate, relaxed),
      grid(
        { first: true, last: true, padding: relaxed.padding },
        tableBlock(fonts, certificate.items, WIDTH, 'center'),
      ),
      ...statusBlock(fonts, certificate),
      issueBlock(fonts, certificate, relaxed),
      ...certificate.notes.map((note) =>
        textNode(fonts, note, { fontSize: 8.5, color: '#333333', marginTop: 2 }),
      ),
    ],
    margins: MARGINS,
    head: (page) =>
      page === 1 ? null : { stack: [continuationHead(fonts, certificate, SIDE)], marginTop: 22 },
    foot: (page, pages) => sheetFoot(fonts, certificate, SIDE, page, pages),
    background: {
      canvas: FRAME.map(({ inset, lineWidth }) => ({
        type: 'rect',
        x: inset,
        y: inset,
        w: SHEET.width - 2 * inset,
        h: SHEET.height - 2 * inset,
        lineWidth,
        lineColor: FRAME_COLOUR,
      })),
    },
  };
}

function headingBlock(fonts: DocumentFonts, certificate: CertificateData): Content {
  return {
    stack: [
      textNode(fonts, certificate.heading, {
        fontSize: 26,
        bold: true,
        alignment: 'center',
        characterSpacing: 2,
      }),
      textNode(fonts, certificate.subheading ?? '', {
        fontSize: 10.5,
        alignment: 'center',
        color: '#333333',
      }),
    ],
    margin: [0, 34, 0, 34],
  };
}

function personBlock(
  fonts: DocumentFonts,
  certificate: CertificateData,
  density: Density,
): Content {
  const lines: LabelledText[] = [certificate.number, ...certificate.holder];
  const photo = photoNode(fonts, certificate);
  const photoWidth = photo === null ? 0 : PHOTO.width + PHOTO_FRAME + GAP;
  const person = linesTable(fonts, lines, density, WIDTH - photoWidth);
  if (photo === null) return { stack: [person], marginBottom: 26 };
  const framed = {
    width: 'auto' as const,
    table: { widths: [PHOTO.width], heights: [PHOTO.height], body: [[framedCell(photo)]] },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 2,
      paddingRight: () => 2,
    },
  };
  return { columns: [{ stack: [person], width: '*' }, framed], columnGap: GAP, marginBottom: 26 };
}

function framedCell(photo: Content): TableCell {
  if (typeof photo !== 'object' || Array.isArray(photo)) return {};
  return { ...photo, verticalAlignment: 'middle' };
}

/** Captions and values one under the other, with a fine rule under each value; `width` is the outer width in points. */
function linesTable(
  fonts: DocumentFonts,
  lines: readonly LabelledText[],
  density: Density,
  width: number,
): Content {
  const valueWidth = width - CAPTION_WIDTH - 4 * LINE_SIDE;
  return {
    table: {
      widths: [CAPTION_WIDTH, valueWidth],
      dontBreakRows: lines.every(({ value }) => isShort(value, valueWidth)),
      body: lines.map(({ label, value }): TableCell[] => [
        { ...textNode(fonts, label, { color: '#333333' }), border: [false, false, false, false] },
        { ...textNode(fonts, value), border: [false, false, false, true] },
      ]),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => '#999999',
      paddingLeft: () => LINE_SIDE,
      paddingRight: () => LINE_SIDE,
      paddingTop: () => density.padding,
      paddingBottom: () => density.padding,
    },
  };
}

function statusBlock(fonts: DocumentFonts, certificate: CertificateData): Content[] {
  if (certificate.statusNote === undefined) return [];
  return [
    textNode(fonts, certificate.statusNote, { bold: true, alignment: 'center', marginTop: 10 }),
  ];
}

function issueBlock(fonts: DocumentFonts, certificate: CertificateData, density: Density): Content {
  const { verification } = certificate;
  const issueWidth = WIDTH - VERIFICATION_WIDTH - GAP;
  return {
    unbreakable: certificate.issue.every(({ value }) => isShort(value, issueWidth - CAPTION_WIDTH)),
    columns: [
      {
        width: VERIFICATION_WIDTH,
        stack: [
          qrNode(certificate.qrText, 'left'),
          textNode(fonts, verification.label, { fontSize: 8.5, marginTop: 4 }),
          textNode(fonts, verification.value, { fontSize: 7.5, color: '#333333' }),
        ],
      },
      {
        width: '*',
        stack: [
          linesTable(fonts, certificate.issue, density, issueWidth),
          textNode(fonts, certificate.stampLabel, {
            alignment: 'center',
            color: '#666666',
            marginTop: 34,
          }),
        ],
      },
    ],
    columnGap: GAP,
    margin: [0, 40, 0, 24],
  };
}
