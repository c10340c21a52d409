import type { IdType } from '../dictionaries/dictionaries.js';
import { carriesBirthDate } from '../id-number/id-number.js';
import type { ApplicationType, FieldDeclaration } from './application-type.js';

/** The document of the person a case is about. */
export interface ReviewedDocument {
  readonly idType: IdType;
  readonly idNumber: string;
}

/**
 * Fields a reviewer gives a verdict on: what is typed in the application, and of the person what the
 * profile lets them correct. An objection to the rest could never be answered.
 */
export function reviewedFields(
  type: Pick<ApplicationType, 'fields'>,
  { idType, idNumber }: ReviewedDocument,
): readonly FieldDeclaration[] {
  const settledByNumber = carriesBirthDate(idType, idNumber);
  return type.fields.filter(
    ({ fixed }) => fixed === undefined || (fixed === 'BY_NUMBER' && !settledByNumber),
  );
}
