import {
  displayItemCode,
  maskIdNumber,
  text,
  textOr,
  type Language,
  type TouchedRow,
} from '@kaopu/domain';
import type { ChangeRow } from './certificate-request.type.js';

/** A row of a change in words; ID numbers are masked unless `isInFull`. */
export function changeRow(language: Language, row: TouchedRow, isInFull: boolean): ChangeRow {
  const { fieldId, itemCode, before, after } = row;
  const label = text(language, `field.${fieldId}.label`);
  const shown = (value: string): string => {
    if (fieldId === 'newSex') return textOr(language, `dict.sex.${value}`, value);
    return fieldId === 'newIdNumber' && !isInFull ? maskIdNumber(value) : value;
  };
  return {
    fieldId,
    label: itemCode === null ? label : `${displayItemCode(itemCode)} ${label}`,
    itemCode,
    before: shown(before),
    after: shown(after),
    proof: text(language, `changeProof.${fieldId}`),
  };
}
