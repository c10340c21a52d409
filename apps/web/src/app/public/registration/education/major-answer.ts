import type { Answers } from '../answers.js';

/** The major as the page holds it: the text in the box and the catalogue entry it was taken from. */
export interface MajorAnswer {
  readonly majorType: string;
  readonly major: string;
  /** The person says that no catalogue lists it. */
  readonly notListed: boolean;
  /** The last chosen entry; it counts only while the text is still its name. */
  readonly chosen: { readonly name: string; readonly catalogue: string; readonly code: string };
}

/** Science and engineering majors come from a catalogue, or are declared as not listed (manual chapter 1). */
export function isMajorSettled(answer: MajorAnswer): boolean {
  return answer.majorType !== 'STEM' || answer.notListed || standsFor(answer);
}

/** Catalogue and code go along only with the name they belong to (domain.md §16: the key is both). */
export function majorToSave(
  answer: MajorAnswer,
): Pick<Answers, 'majorType' | 'major' | 'majorCatalogue' | 'majorCode'> {
  const { majorType, notListed, chosen } = answer;
  const isListed = majorType === 'STEM' && !notListed && standsFor(answer);
  return {
    majorType,
    major: answer.major.trim(),
    majorCatalogue: isListed ? chosen.catalogue : '',
    majorCode: isListed ? chosen.code : '',
  };
}

function standsFor({ major, chosen }: MajorAnswer): boolean {
  return chosen.code !== '' && major.trim() === chosen.name;
}
