import type { Actor } from '../platform/access/actor.js';

/** A condition that is true for exactly the rows an actor may know of. */
export interface Scope {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Batches `b`: the authority's own, the institution's own, all for auditors. */
export const batchScope = (actor: Actor): Scope => officeScope(actor, 'b');

/** Certificates `c`: one's own for holders, else as for batches. */
export function certificateScope(actor: Actor): Scope {
  return actor.roles.includes('CANDIDATE')
    ? { sql: 'c.holder_account_id = ?', values: [actor.id] }
    : officeScope(actor, 'c');
}

function officeScope({ authorityCode, institutionCode, roles }: Actor, table: 'b' | 'c'): Scope {
  if (authorityCode !== null) {
    return { sql: `${table}.authority_code = ?`, values: [authorityCode] };
  }
  if (institutionCode !== null) {
    return { sql: `${table}.institution_code = ?`, values: [institutionCode] };
  }
  return { sql: roles.includes('AUDITOR') ? 'TRUE' : 'FALSE', values: [] };
}
