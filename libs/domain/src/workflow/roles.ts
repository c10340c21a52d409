/**
 * Who may act on an application. Keys equal values and equal the contract's `Role`;
 * SYSTEM is the product's own timers and never a person's role. Source: domain.md §10, §17.
 */
export const Role = {
  CANDIDATE: 'CANDIDATE',
  REVIEWER: 'REVIEWER',
  PLAN_CLERK: 'PLAN_CLERK',
  RESULT_CLERK: 'RESULT_CLERK',
  RESULT_PUBLISHER: 'RESULT_PUBLISHER',
  FORWARDER: 'FORWARDER',
  INSTITUTION_ADMIN: 'INSTITUTION_ADMIN',
  AUTHORITY_REVIEWER: 'AUTHORITY_REVIEWER',
  AUTHORITY_APPROVER: 'AUTHORITY_APPROVER',
  PRINTER: 'PRINTER',
  AUDITOR: 'AUDITOR',
  SYSADMIN: 'SYSADMIN',
  SYSTEM: 'SYSTEM',
} as const;
export type Role = keyof typeof Role;

/** Every role, in the order they meet an application. */
export const ROLES: readonly Role[] = Object.values(Role);

/** Groups of roles that are told the same next step. */
export type Audience = 'CANDIDATE' | 'INSTITUTION' | 'AUTHORITY' | 'OBSERVER';

const AUDIENCES: Readonly<Record<Role, Audience>> = {
  CANDIDATE: 'CANDIDATE',
  REVIEWER: 'INSTITUTION',
  PLAN_CLERK: 'INSTITUTION',
  RESULT_CLERK: 'INSTITUTION',
  RESULT_PUBLISHER: 'INSTITUTION',
  FORWARDER: 'INSTITUTION',
  INSTITUTION_ADMIN: 'INSTITUTION',
  AUTHORITY_REVIEWER: 'AUTHORITY',
  AUTHORITY_APPROVER: 'AUTHORITY',
  PRINTER: 'AUTHORITY',
  AUDITOR: 'OBSERVER',
  SYSADMIN: 'OBSERVER',
  SYSTEM: 'OBSERVER',
};

/** The group whose wording a role reads. */
export function audienceOf(role: Role): Audience {
  return AUDIENCES[role];
}
