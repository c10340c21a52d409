import { readFileSync } from 'node:fs';

/** A demonstration account as tools/reference-data/demo-accounts.json describes it. */
export interface DemoAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly displayName: string;
  readonly institution?: string;
  readonly authority?: string;
}

const FILE = new URL('../../../tools/reference-data/demo-accounts.json', import.meta.url);

/** The first demonstration account of a role, or the one an institution or authority has for it. */
export function demoAccount(role: string, office?: string): DemoAccount {
  const accounts = JSON.parse(readFileSync(FILE, 'utf8')) as readonly DemoAccount[];
  const account = accounts.find(
    ({ institution, authority, ...one }) =>
      one.role === role && (office === undefined || [institution, authority].includes(office)),
  );
  if (!account)
    throw new Error(`there is no demonstration account for ${role} of ${office ?? 'any office'}`);
  return account;
}

/** The demonstration account whose owner has this name. */
export function demoAccountNamed(displayName: string): DemoAccount {
  const accounts = JSON.parse(readFileSync(FILE, 'utf8')) as readonly DemoAccount[];
  const account = accounts.find((one) => one.displayName === displayName);
  if (!account) throw new Error(`there is no demonstration account for ${displayName}`);
  return account;
}
