import type { ApplicationType } from '../applications/application-type.js';
import { isLocalDate, type LocalDate } from '../dates/local-date.js';
import { parseTypedDate } from '../dates/typed-date.js';
import type { HeldItem } from '../eligibility/facts.js';
import { normaliseItemCode } from '../numbers/item-code.js';

/** One row of 持证项目 as a person states it. */
export interface StatedItem {
  readonly itemCode: string;
  readonly certificateNo: string;
  readonly firstIssueDate: LocalDate;
  readonly validTo: LocalDate;
}

/** A stated row beside what our register says, for staff to judge. */
export interface ComparedItem {
  readonly stated: StatedItem;
  /** Null when the register has no such item. */
  readonly registered: StatedItem | null;
  /** What the register says otherwise; all of it when it says nothing. */
  readonly differences: readonly (keyof StatedItem)[];
}

const PARTS = ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** True for a completely filled-in row. */
export function isStatedItem(value: unknown): value is StatedItem {
  if (typeof value !== 'object' || value === null) return false;
  const { itemCode, certificateNo, firstIssueDate, validTo }: Partial<Record<string, unknown>> = {
    ...value,
  };
  return (
    textOf(itemCode) !== '' &&
    textOf(certificateNo) !== '' &&
    isLocalDate(firstIssueDate) &&
    isLocalDate(validTo)
  );
}

/** A row as it is stored: the item in our spelling, dates as `YYYY-MM-DD` however they were typed. */
export function normaliseStatedItem(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const row: Record<string, unknown> = { ...value };
  const itemCode = textOf(row['itemCode']);
  return {
    ...row,
    itemCode: normaliseItemCode(itemCode) ?? itemCode,
    certificateNo: textOf(row['certificateNo']).normalize('NFC'),
    firstIssueDate: dateOf(row['firstIssueDate']),
    validTo: dateOf(row['validTo']),
  };
}

const dateOf = (value: unknown): unknown =>
  typeof value === 'string' ? (parseTypedDate(value) ?? value) : value;

/**
 * Every complete row the answers state: the list of 持证项目, or the one certificate of a type tester,
 * which is for the item applied for (manual ch. 7).
 */
export function statedItems(
  itemCode: string,
  answers: Readonly<Record<string, unknown>>,
): readonly StatedItem[] {
  const listed = answers['statedItems'];
  const single = {
    itemCode,
    certificateNo: textOf(answers['certificateNo']),
    firstIssueDate: answers['certificateFirstIssueDate'],
    validTo: answers['certificateValidTo'],
  };
  const { firstIssueDate, validTo } = single;
  return [
    ...(Array.isArray(listed) ? listed.filter(isStatedItem) : []),
    ...(isLocalDate(firstIssueDate) && isLocalDate(validTo)
      ? [{ ...single, firstIssueDate, validTo }]
      : []),
  ];
}

/** Whether a type asks for any: the answers of others need not be read to know that they state none. */
export const asksForStatedItems = ({ fields }: Pick<ApplicationType, 'fields'>): boolean =>
  fields.some(({ id }) => id === 'statedItems' || id === 'certificateFirstIssueDate');

/** The plain row of a register entry, for proposing and comparing. */
export const statedAs = ({
  itemCode,
  certificateNo,
  firstIssueDate,
  validTo,
}: StatedItem): StatedItem => ({ itemCode, certificateNo, firstIssueDate, validTo });

/**
 * Each row beside the register entry for the same item, the one with the same number first. A type
 * tester may leave the number out, which is no difference.
 */
export function comparedWithRegister(
  stated: readonly StatedItem[],
  held: readonly HeldItem[],
): readonly ComparedItem[] {
  return stated.map((row) => {
    const same = held.filter(
      ({ itemCode, source }) => source === 'REGISTER' && itemCode === row.itemCode,
    );
    const found = same.find(({ certificateNo }) => certificateNo === row.certificateNo) ?? same[0];
    const registered = found === undefined ? null : statedAs(found);
    return { stated: row, registered, differences: differences(row, registered) };
  });
}

function differences(
  row: StatedItem,
  registered: StatedItem | null,
): readonly (keyof StatedItem)[] {
  return PARTS.filter((part) => {
    if (part === 'certificateNo' && row.certificateNo === '') return false;
    return registered?.[part] !== row[part];
  });
}
