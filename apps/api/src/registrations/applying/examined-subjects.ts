import type { CatalogueItem } from '../../catalogue/items/items.js';
import type { CaseFile } from '../cases/case-file.js';

/** The subjects a case sits: all of the item, or those of a resit (domain.md §7). */
export function examinedSubjects(
  { type, submitted }: Pick<CaseFile, 'type' | 'submitted'>,
  subjects: CatalogueItem['subjects'],
): CatalogueItem['subjects'] {
  if (type.resits.length === 0) return subjects;
  const resat = resatCodes(submitted?.answers['resitSubjects']);
  return subjects.filter(({ code }) => resat.includes(code));
}

/** Codes of the subjects sat again, from an answer. */
export const resatCodes = (answer: unknown): readonly string[] =>
  Array.isArray(answer) ? answer.map(String) : [];
