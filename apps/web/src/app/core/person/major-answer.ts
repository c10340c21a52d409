/** The major as it is saved: empty catalogue and code for one that was typed. */
export interface SavedMajor {
  readonly majorType: string;
  readonly major: string;
  readonly majorCatalogue: string;
  readonly majorCode: string;
}

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
export function majorToSave(answer: MajorAnswer): SavedMajor {
  const { majorType, notListed, chosen } = answer;
  const isListed = majorType === 'STEM' && !notListed && standsFor(answer);
  return {
    majorType,
    major: answer.major.trim(),
    majorCatalogue: isListed ? chosen.catalogue : '',
    majorCode: isListed ? chosen.code : '',
  };
}

/** What was saved, for the page to go on from. */
export function savedMajor({
  majorType,
  major,
  majorCatalogue,
  majorCode,
}: SavedMajor): MajorAnswer {
  return {
    majorType,
    major,
    notListed: majorType === 'STEM' && major !== '' && majorCode === '',
    chosen: { name: majorCode === '' ? '' : major, catalogue: majorCatalogue, code: majorCode },
  };
}

function standsFor({ major, chosen }: MajorAnswer): boolean {
  return chosen.code !== '' && major.trim() === chosen.name;
}
