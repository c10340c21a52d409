import type { Alignment, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import type { FormTable } from './printed-form.js';
import { captionCell, columnWidths, covered, isShort, valueCell } from './typesetting.js';

/** The row with a block's title across all its columns. */
export function bandRow(fonts: DocumentFonts, title: string, columns: number): TableCell[] {
  return [
    { ...captionCell(fonts, title, { bold: true }), colSpan: columns },
    ...covered(columns - 1),
  ];
}

/**
 * A titled list as a table; its title and headers are repeated on every sheet it runs over. The
 * first column is always set to the left. `width` is the outer width in points.
 */
export function tableBlock(
  fonts: DocumentFonts,
  table: FormTable,
  width: number,
  alignment: Alignment = 'left',
): ContentTable['table'] {
  const columns = table.headers.length;
  const weights = table.weights ?? table.headers.map(() => 1);
  const filled = table.rows.map((row) =>
    table.headers.map((_, index) =>
      valueCell(fonts, row[index] ?? '', index === 0 ? {} : { alignment }),
    ),
  );
  const empty = [
    { ...captionCell(fonts, table.emptyText ?? ' '), fillColor: 'white', colSpan: columns },
    ...covered(columns - 1),
  ];
  const widths = columnWidths(width, weights);
  return {
    widths,
    headerRows: 2,
    dontBreakRows: table.rows.every((row) =>
      row.every((text, index) => isShort(text, widths[index] ?? 0)),
    ),
    body: [
      bandRow(fonts, table.title, columns),
      table.headers.map((header) => captionCell(fonts, header)),
      ...(filled.length === 0 ? [empty] : filled),
    ],
  };
}
