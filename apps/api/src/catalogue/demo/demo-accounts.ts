import { ReferenceFileError } from '../loading/reference-row.js';

const FILE = 'demo-accounts.json';
const ROLES = [
  'CANDIDATE',
  'REVIEWER',
  'PLAN_CLERK',
  'RESULT_CLERK',
  'RESULT_PUBLISHER',
  'FORWARDER',
  'INSTITUTION_ADMIN',
  'AUTHORITY_REVIEWER',
  'AUTHORITY_APPROVER',
  'PRINTER',
  'AUDITOR',
  'SYSADMIN',
] as const;
export type DemoRole = (typeof ROLES)[number];

/** A log-in of the demo. Candidates log in with their ID number, staff with a name and an authenticator. */
export interface DemoAccount {
  readonly role: DemoRole;
  readonly login: string;
  readonly password: string;
  /** Base32, for staff only. */
  readonly totpSecret: string | null;
  /** Shown name; a candidate's name stands in the demo person with the same ID number. */
  readonly displayName: string;
  readonly note: string;
  /** Code of the exam institution (考试机构) whose rows the account sees. */
  readonly institution: string | null;
  /** Code of the issuing authority (发证机关) whose rows the account sees. */
  readonly authority: string | null;
}

/** @throws ReferenceFileError when an account lacks something or a log-in occurs twice. */
export function parseDemoAccounts(content: string): DemoAccount[] {
  const parsed = JSON.parse(content) as unknown;
  if (!Array.isArray(parsed)) throw new ReferenceFileError(FILE, 1, 'a list is expected');
  const accounts = parsed.map((entry, index) => account(entry, index + 1));
  const logins = new Set(accounts.map(({ login }) => login));
  if (logins.size !== accounts.length)
    throw new ReferenceFileError(FILE, 1, 'a login occurs twice');
  return accounts;
}

/** @param position of the account in the list, from 1. */
function account(entry: unknown, position: number): DemoAccount {
  const fail = (problem: string): never => {
    throw new ReferenceFileError(FILE, position, `account ${position}: ${problem}`);
  };
  const fields = new Map(Object.entries((entry ?? {}) as Record<string, unknown>));
  const optional = (name: string): string | null => {
    const value = fields.get(name) ?? null;
    return value === null || typeof value === 'string' ? value : fail(`${name} is not a text`);
  };
  const text = (name: string): string => optional(name) ?? fail(`${name} is missing`);
  const role = ROLES.find((known) => known === text('role')) ?? fail('the role is unknown');
  const totpSecret = optional('totpSecret');
  if ((role === 'CANDIDATE') !== (totpSecret === null))
    fail('staff, and only staff, have a totpSecret');
  return {
    role,
    login: text('login'),
    password: text('password'),
    totpSecret,
    displayName: text('displayName'),
    note: text('note'),
    institution: optional('institution'),
    authority: optional('authority'),
  };
}
