import type { ApplicationCardFragment } from '@kaopu/graphql';

/** The one thing to press on an application's card. */
export interface NextAction {
  /** Message key of the link. */
  readonly key: string;
  readonly fragment?: string;
  /** Whether the case waits for its owner. */
  readonly pressing: boolean;
}

/** One next action per application, the most pressing one (experience.md §2.10). */
export function nextActionOf({
  status,
  flags,
}: Pick<ApplicationCardFragment, 'status' | 'flags'>): NextAction {
  if (status === 'DRAFT') {
    return { key: 'candidate.card.continue', pressing: true };
  }
  if (status === 'RETURNED') {
    return { key: 'candidate.card.correct', pressing: true };
  }
  const reviewable = status === 'SUBMITTED' || status === 'UNDER_REVIEW';
  if (reviewable && (flags.signedFormMissing || flags.signedFormStale)) {
    return { key: 'candidate.card.sign', fragment: 'signed-form', pressing: true };
  }
  return { key: 'candidate.card.view', pressing: false };
}
