/** The characters of a text, a rare character of the upper planes counted as one (domain.md §20). */
export function codePoints(value: string): readonly string[] {
  return Array.from(value);
}
