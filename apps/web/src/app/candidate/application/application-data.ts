import { APPLICATION_TYPES, type ApplicationType, type FieldDeclaration } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

/** The parts of an application that decide what is still to do. */
export type ApplicationFacts = Pick<
  ApplicationDetailFragment,
  | 'type'
  | 'status'
  | 'flags'
  | 'answers'
  | 'writableFields'
  | 'slots'
  | 'verdicts'
  | 'plan'
  | 'planChosenBy'
  | 'certificateRequest'
>;

/** JSON from the server as a record; empty for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The declaration an application is shown by; undefined for a type this version does not know. */
export function declarationOf(type: string): ApplicationType | undefined {
  return APPLICATION_TYPES.find(({ code }) => code === type);
}

/**
 * Fields of the declaration that are asked of this person. The server judges conditions; a field is asked
 * when the material with the same condition is required.
 */
export function askedAnswerFields(
  declaration: ApplicationType,
  slots: ApplicationFacts['slots'],
): readonly FieldDeclaration[] {
  return declaration.fields.filter(
    ({ source, asked }) => source === 'ANSWER' && isAsked(declaration, asked, slots),
  );
}

function isAsked(
  declaration: ApplicationType,
  asked: FieldDeclaration['asked'],
  slots: ApplicationFacts['slots'],
): boolean {
  if (asked === 'ALWAYS') {
    return true;
  }
  const governed = declaration.slots.filter((slot) => slot.asked === asked).map(({ code }) => code);
  const found = slots.find(({ requirement }) => governed.some((code) => code === requirement.slot));
  return found?.requirement.required ?? false;
}

/** Whether the person need not hand in a material at all, as opposed to an optional one. */
export function isNotNeeded(
  declaration: ApplicationType | undefined,
  { slot, required }: { readonly slot: string; readonly required: boolean },
): boolean {
  return !required && declaration?.slots.find(({ code }) => code === slot)?.need === 'REQUIRED';
}
