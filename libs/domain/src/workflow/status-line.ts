import type { ApplicationType } from '../applications/application-type.js';
import { hasText, type TextParams, type TextRef } from '../texts/text.js';
import type { WorkflowFlags } from './flags.js';
import { audienceOf, type Role } from './roles.js';
import { stateOf } from './states-of.js';
import type { ApplicationStatus } from './status.js';

interface Variant {
  readonly suffix: string;
  readonly params: TextParams;
}

/** Wordings for what the flags add to a state, most pressing first. */
function variants(flags: WorkflowFlags): readonly Variant[] {
  const { signedFormMissing, signedFormStale, returnDueDate, resitUntil, restoreUntil } = flags;
  return [
    ...(signedFormMissing ? [{ suffix: 'signedFormMissing', params: {} }] : []),
    ...(signedFormStale ? [{ suffix: 'signedFormStale', params: {} }] : []),
    ...(returnDueDate ? [{ suffix: 'due', params: { date: returnDueDate } }] : []),
    ...(restoreUntil ? [{ suffix: 'restore', params: { date: restoreUntil } }] : []),
    ...(resitUntil ? [{ suffix: 'resit', params: { date: resitUntil } }] : []),
  ];
}

function worded(base: string, flags: WorkflowFlags): TextRef {
  for (const { suffix, params } of variants(flags)) {
    const key = `${base}.${suffix}`;
    if (hasText(key)) return { key, params };
  }
  if (!hasText(base)) throw new Error(`Unknown text key: ${base}`);
  return { key: base, params: {} };
}

function declared(type: Pick<ApplicationType, 'workflow'>, state: ApplicationStatus) {
  const found = stateOf(type, state);
  if (found === undefined) throw new Error(`The workflow has no state ${state}`);
  return found;
}

/** The one sentence that says where a case stands (goals G11). */
export function statusLine(
  type: Pick<ApplicationType, 'workflow'>,
  state: ApplicationStatus,
  flags: WorkflowFlags = {},
): TextRef {
  return worded(declared(type, state).statusKey, flags);
}

/** The one thing a role should do next in this state (goals G11). */
export function nextStep(
  type: Pick<ApplicationType, 'workflow'>,
  state: ApplicationStatus,
  role: Role,
  flags: WorkflowFlags = {},
): TextRef {
  return worded(declared(type, state).nextStepKeys[audienceOf(role)], flags);
}
