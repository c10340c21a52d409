import type { EligibilityFacts } from '../eligibility/facts.js';
import type { RuleParameters } from '../eligibility/parameters.js';
import { withAnswers } from '../eligibility/with-answers.js';
import type { TextKey } from '../texts/text.js';
import type { Answers } from './answers.js';
import type { ApplicationType, SlotDeclaration } from './application-type.js';
import { isAsked, type ConditionContext } from './conditions.js';
import type { SlotCode } from './slot-codes.js';

/** Whether a material must, may or need not be handed in, and why; shown before anything is uploaded. */
export interface SlotRequirement {
  readonly slot: SlotCode;
  readonly need: 'REQUIRED' | 'OPTIONAL' | 'NOT_NEEDED';
  readonly afterSubmission: boolean;
  readonly reasonKey: TextKey | null;
}

function reasonFor(slot: SlotDeclaration, isNeeded: boolean): TextKey | null {
  if (slot.asked !== 'ALWAYS') {
    return isNeeded ? `slotReason.${slot.asked}` : `slotReason.${slot.asked}.notNeeded`;
  }
  if (slot.phase === 'AFTER_SUBMIT') return 'slotReason.AFTER_SUBMIT';
  return slot.need === 'OPTIONAL' ? 'slotReason.OPTIONAL' : null;
}

/** Every material of the type with what this person must do about it (domain.md §8). */
export function requiredSlots(
  type: Pick<ApplicationType, 'slots'>,
  facts: EligibilityFacts,
  answers: Answers,
  parameters: RuleParameters,
): readonly SlotRequirement[] {
  return slotRequirements(type, { facts: withAnswers(facts, answers), parameters });
}

/** The same from facts that already hold the answers. */
export function slotRequirements(
  type: Pick<ApplicationType, 'slots'>,
  context: ConditionContext,
): readonly SlotRequirement[] {
  return type.slots.map((slot) => {
    const isNeeded = isAsked(slot.asked, context);
    return {
      slot: slot.code,
      need: isNeeded ? slot.need : 'NOT_NEEDED',
      afterSubmission: slot.phase === 'AFTER_SUBMIT',
      reasonKey: reasonFor(slot, isNeeded),
    };
  });
}

/** Required materials still missing; `beforeSubmission` leaves out what can only exist afterwards. */
export function missingSlots(
  requirements: readonly SlotRequirement[],
  present: readonly string[],
  { beforeSubmission }: { readonly beforeSubmission: boolean },
): readonly SlotCode[] {
  return requirements
    .filter(({ need }) => need === 'REQUIRED')
    .filter(({ afterSubmission }) => !beforeSubmission || !afterSubmission)
    .filter(({ slot }) => !present.includes(slot))
    .map(({ slot }) => slot);
}
