import { addMonths } from '../dates/local-date.js';
import { educationAtLeast } from '../dictionaries/dictionaries.js';
import type { EligibilityFacts, HeldItem } from './facts.js';
import type { DirectRoute, RuleParameters } from './parameters.js';

/**
 * How the person satisfies "holds the next lower level" (低一级别):
 * NOT_ASKED, DIRECT (a direct route to Ⅱ), HELD, HELD_TOO_SHORT, EXPIRED, or UNKNOWN
 * when no certificate is on record and none has been stated.
 */
export type LowerLevelStanding =
  | { readonly kind: 'NOT_ASKED' | 'DIRECT' | 'UNKNOWN' }
  | { readonly kind: 'HELD' | 'EXPIRED'; readonly held: HeldItem }
  | { readonly kind: 'HELD_TOO_SHORT'; readonly held: HeldItem; readonly from: string };

function fitsRoute(route: DirectRoute, facts: EligibilityFacts, ndtMajors: readonly string[]) {
  if (!educationAtLeast(facts.education, route.minEducation)) return false;
  return route.major === 'STEM'
    ? facts.majorType === 'STEM'
    : ndtMajors.includes(facts.major.trim());
}

function judge(held: HeldItem, facts: EligibilityFacts, months: number): LowerLevelStanding {
  if (held.validTo < facts.ruleDate) return { kind: 'EXPIRED', held };
  const from = addMonths(held.firstIssueDate, months);
  return from > facts.ruleDate ? { kind: 'HELD_TOO_SHORT', held, from } : { kind: 'HELD', held };
}

/** Register entries are believed first; a typed certificate counts only where the register has none that serves. */
export function lowerLevelStanding(
  facts: EligibilityFacts,
  parameters: RuleParameters,
): LowerLevelStanding {
  const { level, lowerItemCode } = facts.item;
  const months = level === null ? undefined : parameters.lowerLevelMonths[level];
  if (months === undefined || lowerItemCode === null) return { kind: 'NOT_ASKED' };
  if (
    level === 'II' &&
    parameters.directLevelII.some((r) => fitsRoute(r, facts, parameters.ndtMajors))
  ) {
    return { kind: 'DIRECT' };
  }
  const standings = facts.heldItems
    .filter(({ itemCode }) => itemCode === lowerItemCode)
    .toSorted((a, b) => a.source.localeCompare(b.source))
    .map((held) => judge(held, facts, months));
  return standings.find(({ kind }) => kind === 'HELD') ?? standings[0] ?? { kind: 'UNKNOWN' };
}

/** The person must state a lower certificate: the rule asks for one and our register has none that serves. */
export function lowerCertificateNeeded(
  facts: EligibilityFacts,
  parameters: RuleParameters,
): boolean {
  const registered = facts.heldItems.filter(({ source }) => source === 'REGISTER');
  const { kind } = lowerLevelStanding({ ...facts, heldItems: registered }, parameters);
  return kind !== 'NOT_ASKED' && kind !== 'DIRECT' && kind !== 'HELD';
}
