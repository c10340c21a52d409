import { isBlank, text, textOr, type Language, type PrintedValue } from '@kaopu/domain';
import type { FormRow } from '../../documents/printed-form.js';

const WIDE: ReadonlySet<string> = new Set([
  'employerAddress',
  'postalAddress',
  'employer',
  'email',
  'reissueStatement',
  'changeReason',
]);

/** One value of a form beside its caption; codes become the words of their dictionary. */
export function formRow(
  language: Language,
  { fieldId, labelKey, dictionary, value }: PrintedValue,
): FormRow {
  const shown = isBlank(value)
    ? ''
    : dictionary !== null && dictionary !== undefined
      ? textOr(language, `dict.${dictionary}.${String(value)}`, String(value))
      : String(value);
  return {
    label: text(language, labelKey),
    value: shown,
    ...(WIDE.has(fieldId) && { wide: true }),
  };
}
