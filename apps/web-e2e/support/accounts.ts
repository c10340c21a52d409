import { readFileSync } from 'node:fs';

/** A demonstration account as tools/reference-data/demo-accounts.json describes it. */
export interface DemoAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly displayName: string;
}

const FILE = new URL('../../../tools/reference-data/demo-accounts.json', import.meta.url);

/** The first demonstration account of a role. */
export function demoAccount(role: string): DemoAccount {
  const accounts = JSON.parse(readFileSync(FILE, 'utf8')) as readonly DemoAccount[];
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`there is no demonstration account for ${role}`);
  return account;
}

/** The demonstration account whose owner has this name. */
export function demoAccountNamed(displayName: string): DemoAccount {
  const accounts = JSON.parse(readFileSync(FILE, 'utf8')) as readonly DemoAccount[];
  const account = accounts.find((one) => one.displayName === displayName);
  if (!account) throw new Error(`there is no demonstration account for ${displayName}`);
  return account;
}
