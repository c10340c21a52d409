import type { Actor } from '../../platform/access/actor.js';

/** A condition on `application a` that is true for exactly the rows an actor may know of. */
export interface Scope {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Roles that see every institution's cases, to check on others. */
const OBSERVERS = ['AUDITOR', 'SYSADMIN'] as const;

/** Where the issuing authority reads along (the workflow declares it; a test compares). */
const WITH_AUTHORITY = [
  'FORWARDED',
  'ISSUER_RETURNED',
  'APPROVED',
  'REJECTED',
  'PRINTED',
  'DELIVERED',
] as const;

/** What was never handed in is the candidate's alone, also after they deleted it. */
const HANDED_IN = "a.status <> 'DRAFT' AND a.submitted_at IS NOT NULL";

/**
 * Candidates see their own cases; staff those of their institution, never drafts; the authority what
 * was forwarded to it. Everything else is as if it did not exist.
 */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'system') return { sql: 'TRUE', values: [] };
  if (actor.roles.includes('CANDIDATE')) {
    return { sql: "(a.account_id = ? AND a.status <> 'DELETED')", values: [actor.id] };
  }
  if (actor.institutionCode !== null) {
    return { sql: `(a.institution_code = ? AND ${HANDED_IN})`, values: [actor.institutionCode] };
  }
  if (actor.authorityCode !== null) {
    return {
      sql: '(a.authority_code = ? AND a.status IN (?))',
      values: [actor.authorityCode, WITH_AUTHORITY],
    };
  }
  return OBSERVERS.some((role) => actor.roles.includes(role))
    ? { sql: `(${HANDED_IN})`, values: [] }
    : { sql: 'FALSE', values: [] };
}
