import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import { bandRow } from './form-tables.js';
import { PHOTO, photoNode } from './page-furniture.js';
import type { ApplicationFormData, FormGroup, FormRow } from './printed-form.js';
import { captionCell, columnWidths, covered, isShort, valueCell } from './typesetting.js';

const CAPTION_WIDTH = 64;
/** Columns of a group: caption, value, caption, value, photo. */
const GROUP_COLUMNS = 5;
/** Lines of the first group beside the photo. */
const PHOTO_LINES = 6;

/** The groups of a form under one another, the photo beside the first; `width` is the outer width in points. */
export function groupsBlock(
  fonts: DocumentFonts,
  form: ApplicationFormData,
  width: number,
): ContentTable['table'] {
  const photo = photoNode(fonts, form);
  const body = form.groups.flatMap((group, index) =>
    groupRows(fonts, group, index === 0 ? photo : null),
  );
  const usable = columnWidths(width, [1, 1, 1, 1, 1]).reduce((sum, column) => sum + column, 0);
  const valueWidth = (usable - 2 * CAPTION_WIDTH - PHOTO.width) / 2;
  const values = form.groups.flatMap((group) => group.rows.map((row) => row.value));
  return {
    widths: [CAPTION_WIDTH, valueWidth, CAPTION_WIDTH, valueWidth, PHOTO.width],
    body,
    dontBreakRows: values.every((value) => isShort(value, valueWidth)),
  };
}

function groupRows(fonts: DocumentFonts, group: FormGroup, photo: Content | null): TableCell[][] {
  const lines = inLines(group.rows);
  const photoLines = photo === null ? 0 : Math.min(lines.length, PHOTO_LINES);
  const rows = lines.map((line, index) => [
    ...lineCells(fonts, line, index < photoLines ? GROUP_COLUMNS - 1 : GROUP_COLUMNS),
    ...(index < photoLines ? [photoCell(index === 0 ? photo : null, photoLines)] : []),
  ]);
  return [bandRow(fonts, group.title, GROUP_COLUMNS), ...rows];
}

function photoCell(photo: Content | null, lines: number): TableCell {
  if (photo === null || typeof photo !== 'object' || Array.isArray(photo)) return {};
  return { ...photo, rowSpan: lines, verticalAlignment: 'middle' };
}

function lineCells(fonts: DocumentFonts, line: readonly FormRow[], columns: number): TableCell[] {
  return line.flatMap((row, index) => {
    const isLast = index === line.length - 1;
    const span = isLast ? columns - 2 * index - 1 : 1;
    return [
      captionCell(fonts, row.label),
      { ...valueCell(fonts, row.value), colSpan: span },
      ...covered(span - 1),
    ];
  });
}

/** Pairs ordinary fields; a wide field, or an odd one before it, has a line to itself. */
function inLines(rows: readonly FormRow[]): FormRow[][] {
  const lines: FormRow[][] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    const joins = row.wide !== true && last?.length === 1 && last[0]?.wide !== true;
    if (joins) last.push(row);
    else lines.push([row]);
  }
  return lines;
}
