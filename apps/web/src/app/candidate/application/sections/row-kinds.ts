import type { FieldKind } from '@kaopu/domain';

/** Kinds of answers that are lists of entries, each typed in boxes of its own. */
export type RowKind = Extract<FieldKind, 'workRecords' | 'heldItems'>;

/** One box of an entry. */
export interface RowColumn {
  readonly key: string;
  readonly control: 'date' | 'text' | 'list';
  /** May stay empty: the work goes on. */
  readonly mayBeOpen?: boolean;
  readonly autocomplete?: string;
}

/** What a kind of list asks for, and where its words are. */
interface RowDeclaration {
  readonly columns: readonly RowColumn[];
  /** The domain's texts `<words>.<column>`. */
  readonly words: string;
}

const ROWS: Readonly<Record<RowKind, RowDeclaration>> = {
  workRecords: {
    words: 'workRecord',
    columns: [
      { key: 'from', control: 'date' },
      { key: 'to', control: 'date', mayBeOpen: true },
      { key: 'unit', control: 'text', autocomplete: 'organization' },
      { key: 'kind', control: 'list' },
    ],
  },
  heldItems: {
    words: 'heldItem',
    columns: [
      { key: 'itemCode', control: 'list' },
      { key: 'certificateNo', control: 'text' },
      { key: 'firstIssueDate', control: 'date' },
      { key: 'validTo', control: 'date' },
    ],
  },
};

/** True for a kind that is typed entry by entry. */
export const isRowKind = (kind: FieldKind): kind is RowKind => Object.hasOwn(ROWS, kind);

export const rowsOf = (kind: RowKind): RowDeclaration => ROWS[kind];

/** One entry as typed, by column. */
export type AnswerRow = Record<string, string>;

/** An entry nothing is typed in. */
export const emptyRow = (kind: RowKind): AnswerRow =>
  Object.fromEntries(ROWS[kind].columns.map(({ key }) => [key, '']));
