import type { ApplicationType, FieldDeclaration } from './application-type.js';

/**
 * Fields a reviewer gives a verdict on. Only what is typed in the application: a person's own data is
 * the profile's, and a returned candidate could not answer an objection to it.
 */
export function reviewedFields(type: Pick<ApplicationType, 'fields'>): readonly FieldDeclaration[] {
  return type.fields.filter(({ source }) => source === 'ANSWER');
}
