import { AccessTokens } from '../../src/auth/sessions/access-tokens.js';
import { Sessions } from '../../src/auth/sessions/sessions.js';
import type { Role } from '../../src/platform/access/actor.js';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';
import { AccountSeeder, type SeededStaff } from '../../src/profile/registering/account-seeder.js';
import type { ApiClient } from '../support/api-client.js';
import type { ApiHarness } from '../support/api-harness.js';
import { aPerson } from './people.js';

/** A browser with a living session, and whose it is. */
export type SignedIn = ApiClient & { readonly accountId: string; readonly sessionId: string };

export const CANDIDATE_PASSWORD = 'lan-tian-bai-yun-57';
export const STAFF_PASSWORD = 'qing-shan-lv-shui-chang-zai-88';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export interface CandidateOverrides {
  readonly person?: Partial<PersonSnapshot>;
  readonly password?: string;
  /** JPEG or PNG; none when left out. */
  readonly photo?: Buffer;
}

/** An account of a candidate who registered some time ago. */
export async function aCandidate(
  api: ApiHarness,
  { person, password = CANDIDATE_PASSWORD, photo }: CandidateOverrides = {},
): Promise<{ accountId: string; person: PersonSnapshot }> {
  const whole = aPerson(person);
  const accountId = await api.app
    .get(AccountSeeder)
    .ensureCandidate({ person: whole, password, photo: photo ?? null });
  return { accountId, person: whole };
}

/** A candidate at a browser, without going through the log-in. */
export async function signedInCandidate(
  api: ApiHarness,
  overrides: CandidateOverrides = {},
): Promise<SignedIn & { readonly person: PersonSnapshot }> {
  const { accountId, person } = await aCandidate(api, overrides);
  return Object.assign(await signIn(api, accountId), { person });
}

export interface StaffScope {
  readonly institutionCode?: string;
  readonly authorityCode?: string;
}

let staffMembers = 0;

/** An account of somebody who works for an exam institution or an issuing authority. */
export async function aStaffMember(
  api: ApiHarness,
  roles: readonly Role[],
  { institutionCode, authorityCode }: StaffScope = {},
  overrides: Partial<SeededStaff> = {},
): Promise<{ accountId: string; loginName: string }> {
  const loginName = overrides.loginName ?? `demo-staff-${++staffMembers}`;
  const accountId = await api.app.get(AccountSeeder).ensureStaff({
    loginName,
    password: STAFF_PASSWORD,
    roles,
    institutionCode: institutionCode ?? null,
    authorityCode: authorityCode ?? null,
    totpSecret: TOTP_SECRET,
    displayName: '演示人员',
    ...overrides,
  });
  return { accountId, loginName };
}

/** Staff at a browser, without going through the two steps of the log-in. */
export async function signedInStaff(
  api: ApiHarness,
  roles: readonly Role[],
  scope: StaffScope = {},
): Promise<SignedIn> {
  const { accountId } = await aStaffMember(api, roles, scope);
  return signIn(api, accountId);
}

/** A new session of the account, its access token in a browser of its own. */
export async function signIn(api: ApiHarness, accountId: string): Promise<SignedIn> {
  const sessions = api.app.get(Sessions);
  const sessionId = await api.db.transaction((em) =>
    sessions.start(em, accountId, { userAgent: 'test' }),
  );
  const { token } = await api.app.get(AccessTokens).issue(accountId, sessionId);
  return Object.assign(api.browser(), { accessToken: token, accountId, sessionId });
}
