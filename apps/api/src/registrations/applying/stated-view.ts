import {
  asksForStatedItems,
  comparedWithRegister,
  isBlank,
  statedItems,
  type ComparedItem,
} from '@kaopu/domain';
import { contentOf, type CaseFile } from '../cases/case-file.js';
import type { StatedItem } from './stated-item.type.js';

function compared(file: CaseFile): readonly ComparedItem[] {
  if (!asksForStatedItems(file.type)) return [];
  const { answers, person } = contentOf(file);
  return comparedWithRegister(statedItems(file.row.itemCode, answers), person.heldItems);
}

/** Every certificate the case states, beside what the register said when it was filed. */
export const statedItemsOf = (file: CaseFile): StatedItem[] =>
  compared(file).map(({ stated, registered, differences }) => ({
    ...stated,
    registered,
    differences,
  }));

/** What staff must look at twice: it rests on the person's word, not on our records. */
export const statedFlags = (
  file: CaseFile,
): { readonly heldItemsDiffer: boolean; readonly resultsFromElsewhere: boolean } => ({
  heldItemsDiffer: compared(file).some(({ differences }) => differences.length > 0),
  resultsFromElsewhere:
    file.type.resits.length > 0 && isBlank(contentOf(file).answers['previousExamNo']),
});
