import type {
  Content,
  ContentTable,
  CustomTableLayout,
  Style,
  TableCell,
  TableCellProperties,
} from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';

/** The name under which layouts and the PDF writer speak of the photo. */
export const PHOTO_IMAGE = 'photo';

/** A4 portrait in points. */
export const SHEET = { width: 595.28, height: 841.89 } as const;

/** Line weights in points: the frame of a form is stronger than its inner rules. */
export const LINE = { inner: 0.5, frame: 1 } as const;

const CELL_SIDE = 4;
/** Largest size of running text, hence the greatest width of a character, in points. */
const LARGEST_TEXT = 10.5;
const SHORT_LINES = 12;
const LABEL_TINT = '#f4f4f4';
/** Height of a line of Noto Sans SC in font sizes, before the line height factor. */
const NOTO_LINE = 1.448;

/** A text node, which is also a table cell. */
export type TextCell = { text: Content[] } & Style & TableCellProperties;

/** A text node in the faces that can draw it. */
export function textNode(fonts: DocumentFonts, text: string, style: Style = {}): TextCell {
  const runs = fonts.runs(text).map((run) => ({ text: run.text, font: run.family }));
  return { text: runs, ...style };
}

/** Height in points of one line at a size. */
export function lineHeight(fontSize: number, factor: number): number {
  return fontSize * factor * NOTO_LINE;
}

/** Cell of a caption: tinted, centred both ways. */
export function captionCell(fonts: DocumentFonts, text: string, style: Style = {}): TextCell {
  return {
    ...textNode(fonts, text, style),
    alignment: 'center',
    verticalAlignment: 'middle',
    fillColor: LABEL_TINT,
  };
}

/** Cell of a value. */
export function valueCell(fonts: DocumentFonts, text: string, style: Style = {}): TextCell {
  return { ...textNode(fonts, text, style), verticalAlignment: 'middle' };
}

/** The places a cell covers to its right, which a table row must still list. */
export function covered(places: number): TableCell[] {
  return Array.from({ length: places }, () => ({}));
}

/** Where a table stands in a stack of tables that look like one: the frame is drawn once around all of them. */
export interface GridPlace {
  readonly first: boolean;
  readonly last: boolean;
  readonly padding: number;
}

/** Ruled lines of a form; a table that is not the last leaves its bottom line to the one below. */
export function gridLayout({ first, last, padding }: GridPlace): CustomTableLayout {
  const edge = (
    index: number,
    count: number,
    inner: number,
    start: number,
    end: number,
  ): number => {
    if (index === 0) return start;
    return index === count ? end : inner;
  };
  return {
    hLineWidth: (index, node) =>
      edge(
        index,
        node.table.body.length,
        LINE.inner,
        first ? LINE.frame : LINE.inner,
        last ? LINE.frame : 0,
      ),
    vLineWidth: (index, node) =>
      edge(index, node.table.body[0]?.length ?? 0, LINE.inner, LINE.frame, LINE.frame),
    paddingLeft: () => CELL_SIDE,
    paddingRight: () => CELL_SIDE,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}

/** Widths of the cells' contents in points when columns share the given outer width by weight. */
export function columnWidths(outerWidth: number, weights: readonly number[]): number[] {
  const lines = 2 * LINE.frame + (weights.length - 1) * LINE.inner;
  const usable = outerWidth - lines - weights.length * 2 * CELL_SIDE;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (usable * weight) / sum);
}

/**
 * Whether a text surely takes few lines of a column, so that its row may be kept on one sheet. A row kept whole that is
 * taller than a sheet would lose text; longer texts must therefore be free to run on to the next sheet.
 */
export function isShort(text: string, width: number): boolean {
  const perLine = Math.max(1, Math.floor(width / LARGEST_TEXT));
  const lines = text.split('\n').map((line) => Math.ceil(line.length / perLine));
  return lines.reduce((sum, count) => sum + count, 0) <= SHORT_LINES;
}

/** A ruled table in a stack. */
export function grid(place: GridPlace, table: ContentTable['table']): ContentTable {
  return { table, layout: gridLayout(place) };
}
