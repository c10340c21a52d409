import { IsNull, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import type { Effective } from './catalogue-rows.js';
import type { EffectiveEntity } from './effective.entity.js';

/** Whether a row read without that condition holds on `day`. */
export const isEffectiveOn = ({ validFrom, validTo }: Effective, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/**
 * Of the rows of each code that hold on `day`, the one that began last: a change is one new row, and the
 * row before it stays as it is, for the days it held on (docs/operators.md).
 */
export function inForce<Row extends Effective & { readonly code: string }>(
  rows: readonly Row[],
  day: string,
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const other = found.get(row.code);
    if (isEffectiveOn(row, day) && (!other || other.validFrom < row.validFrom)) {
      found.set(row.code, row);
    }
  }
  return found;
}

/** Condition for the rows that hold on `day` (`YYYY-MM-DD`, first and last day included). */
export function effectiveOn<Row extends EffectiveEntity>(
  day: string,
  filter: FindOptionsWhere<Row>,
): FindOptionsWhere<Row>[] {
  const begun = LessThanOrEqual(day);
  return [
    { ...filter, validFrom: begun, validTo: IsNull() },
    { ...filter, validFrom: begun, validTo: MoreThanOrEqual(day) },
  ];
}
