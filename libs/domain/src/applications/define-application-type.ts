import { isEligibilityRuleCode } from '../eligibility/rule-codes.js';
import { hasText } from '../texts/text.js';
import {
  isFormCode,
  type ApplicationType,
  type ApplicationTypeDeclaration,
  type SlotDeclaration,
} from './application-type.js';
import { declarationHoles, type KnowsText } from './declaration-holes.js';
import { isSlotCode } from './slot-codes.js';

/** A declaration with holes; `holes` names each of them. Start-up must not go on after it. */
export class DeclarationError extends Error {
  constructor(
    code: string,
    readonly holes: readonly string[],
  ) {
    super(`Application type ${code}: ${holes.join('; ')}`);
    this.name = 'DeclarationError';
  }
}

/**
 * Checks a declaration and hands it back as an application type (goals G1).
 * Throws a DeclarationError that names every hole: unknown field, slot, rule or state, dead end,
 * action without role, missing text in a language, and the like.
 */
export function defineApplicationType(
  declaration: ApplicationTypeDeclaration,
  knowsText: KnowsText = hasText,
): ApplicationType {
  const holes = declarationHoles(declaration, knowsText);
  if (holes.length > 0) throw new DeclarationError(declaration.code, holes);
  return {
    ...declaration,
    slots: declaration.slots.filter((slot): slot is SlotDeclaration => isSlotCode(slot.code)),
    eligibility: declaration.eligibility.filter(isEligibilityRuleCode),
    forms: declaration.forms.filter(isFormCode),
  };
}
