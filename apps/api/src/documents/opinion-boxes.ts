import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import type { Density } from './pdf-writer.js';
import type { FormOpinion } from './printed-form.js';
import {
  captionCell,
  columnWidths,
  grid,
  LINE,
  lineHeight,
  textNode,
  valueCell,
} from './typesetting.js';

/** Free height in points for writing and stamping: at least, and at most however empty the sheet is. */
const FREE = { least: 46, most: 200 } as const;
const STAMP_LINES = 2;

/**
 * The boxes in which others write and stamp, side by side. They take what is left of the sheet, so that a form with little
 * data is as full a page as one with much; `sheetEnd` is the lowest usable place from the top edge, in points.
 */
export function opinionBoxes(
  fonts: DocumentFonts,
  opinions: readonly FormOpinion[],
  density: Density,
  width: number,
  sheetEnd: number,
): Content[] {
  const above = textNode(fonts, ' ', { fontSize: 0.1, lineHeight: 0.1 });
  const line = lineHeight(density.fontSize, density.lineHeight);
  const titled = line + 2 * density.padding + LINE.inner;
  const stamped = STAMP_LINES * line + 2 * density.padding + LINE.frame;
  const free = (): number => {
    const left = sheetEnd - (topOf(above) ?? sheetEnd) - titled - stamped - 2 * density.padding - 2;
    return Math.min(FREE.most, Math.max(FREE.least, left));
  };
  const boxes = grid(
    { first: false, last: true, padding: density.padding },
    {
      widths: columnWidths(
        width,
        opinions.map(() => 1),
      ),
      heights: (row) => (row === 1 ? free() : 'auto'),
      headerRows: 0,
      body: [
        opinions.map((opinion) => captionCell(fonts, opinion.title, { bold: true })),
        opinions.map((opinion): TableCell => ({
          ...valueCell(fonts, opinion.text ?? ''),
          verticalAlignment: 'top',
          border: OPEN_BELOW,
        })),
        opinions.map((opinion) => stampCell(fonts, opinion)),
      ],
    },
  );
  return [above, boxes];
}

const OPEN_BELOW: [boolean, boolean, boolean, boolean] = [true, true, true, false];
const OPEN_ABOVE: [boolean, boolean, boolean, boolean] = [true, false, true, true];

function stampCell(fonts: DocumentFonts, opinion: FormOpinion): TableCell {
  return {
    stack: [
      {
        columns: [
          textNode(fonts, opinion.signatureLabel ?? ''),
          textNode(fonts, opinion.stampLabel, { alignment: 'right' }),
        ],
      },
      textNode(fonts, opinion.dateLabel, { alignment: 'right' }),
    ],
    border: OPEN_ABOVE,
  };
}

/** Where pdfmake has put a node that it has already laid out, in points from the top edge of its sheet. */
function topOf(node: object): number | undefined {
  const positions: unknown = Reflect.get(node, 'positions');
  const place: unknown = Array.isArray(positions) ? positions[0] : undefined;
  const top: unknown =
    typeof place === 'object' && place !== null ? Reflect.get(place, 'top') : undefined;
  return typeof top === 'number' ? top : undefined;
}
