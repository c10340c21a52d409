import { IsNull, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import type { EffectiveEntity } from './effective.entity.js';

/** Whether a row read without that condition holds on `day`. */
export const isEffectiveOn = ({ validFrom, validTo }: EffectiveEntity, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

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
