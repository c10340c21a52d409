import type { EligibilityFacts, HeldItem } from './facts.js';

/** Certificates for the item applied for: the register's first, the longest valid in front. */
export function heldForItem({ item, heldItems }: EligibilityFacts): readonly HeldItem[] {
  return heldItems
    .filter(({ itemCode }) => itemCode === item.code)
    .toSorted((a, b) => a.source.localeCompare(b.source) || (a.validTo < b.validTo ? 1 : -1));
}

/** The certificate a renewal renews, or null when none is known. */
export function renewedItem(facts: EligibilityFacts): HeldItem | null {
  return heldForItem(facts)[0] ?? null;
}
