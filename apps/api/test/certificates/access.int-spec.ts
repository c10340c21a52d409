import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/platform/access/actor.js';
import { signedInCandidate, signedInStaff } from '../builders/accounts.js';
import { withReferenceData } from '../builders/reference-data.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Each operation of certificates, integration and notifications with the roles that may call it. */
const MATRIX: Readonly<
  Record<
    string,
    { document: string; roles: readonly (Role | 'ANONYMOUS')[] | 'SIGNED_IN' | 'PUBLIC' }
  >
> = {
  issueBatches: {
    document: '{ issueBatches { edges { cursor } } }',
    roles: [
      'FORWARDER',
      'INSTITUTION_ADMIN',
      'AUTHORITY_REVIEWER',
      'AUTHORITY_APPROVER',
      'AUDITOR',
    ],
  },
  issueBatch: {
    document: `{ issueBatch(id: "${NOBODY}") { id } }`,
    roles: [
      'FORWARDER',
      'INSTITUTION_ADMIN',
      'AUTHORITY_REVIEWER',
      'AUTHORITY_APPROVER',
      'AUDITOR',
    ],
  },
  decideIssueLine: {
    document: `mutation { decideIssueLine(input: { lineId: "${NOBODY}", version: 1, decision: APPROVE, idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
  },
  certificates: {
    document: '{ certificates { edges { cursor } } }',
    roles: ['PRINTER', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'INSTITUTION_ADMIN', 'AUDITOR'],
  },
  certificate: {
    document: `{ certificate(id: "${NOBODY}") { id } }`,
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR'],
  },
  certificateByNumber: {
    document: '{ certificateByNumber(number: "x") { id } }',
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR'],
  },
  standingProposals: {
    document: '{ standingProposals { edges { cursor } } }',
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR'],
  },
  proposeStanding: {
    document: `mutation { proposeStanding(input: { certificateId: "${NOBODY}", version: 1, action: SUSPEND, reason: "演示理由，十个字以上。", idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
  },
  decideStanding: {
    document: `mutation { decideStanding(input: { changeId: "${NOBODY}", version: 1, decision: APPROVE, idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['AUTHORITY_APPROVER'],
  },
  withdrawStanding: {
    document: `mutation { withdrawStanding(input: { changeId: "${NOBODY}", version: 1, idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
  },
  myCertificates: { document: '{ myCertificates { id } }', roles: ['CANDIDATE'] },
  advanceCertificate: {
    document: `mutation { advanceCertificate(input: { certificateId: "${NOBODY}", version: 1, step: MARK_PRINTED, idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['PRINTER'],
  },
  publicCertificate: { document: '{ publicCertificate(code: "x") { number } }', roles: 'PUBLIC' },
  verifyPublic: {
    document:
      'mutation { verifyPublic(input: { number: "x", name: "x", humanCheck: {} }) { __typename } }',
    roles: 'PUBLIC',
  },
  apiClients: { document: '{ apiClients { id } }', roles: ['SYSADMIN'] },
  createApiClient: {
    document:
      'mutation { createApiClient(input: { name: "", scopes: [], idempotencyKey: "matrix-key" }) { __typename } }',
    roles: ['SYSADMIN'],
  },
  revokeApiClient: {
    document: `mutation { revokeApiClient(input: { id: "${NOBODY}", idempotencyKey: "matrix-key" }) { __typename } }`,
    roles: ['SYSADMIN'],
  },
  myInbox: { document: '{ myInbox { unread } }', roles: 'SIGNED_IN' },
  markInboxRead: { document: 'mutation { markInboxRead { unread } }', roles: 'SIGNED_IN' },
};

const STAFF: Readonly<Partial<Record<Role, { institutionCode?: string; authorityCode?: string }>>> =
  {
    REVIEWER: { institutionCode: 'EI-34' },
    PLAN_CLERK: { institutionCode: 'EI-34' },
    RESULT_CLERK: { institutionCode: 'EI-34' },
    RESULT_PUBLISHER: { institutionCode: 'EI-34' },
    FORWARDER: { institutionCode: 'EI-34' },
    INSTITUTION_ADMIN: { institutionCode: 'EI-34' },
    AUTHORITY_REVIEWER: { authorityCode: 'P34' },
    AUTHORITY_APPROVER: { authorityCode: 'P34' },
    PRINTER: { authorityCode: 'P34' },
    AUDITOR: {},
    SYSADMIN: {},
  };
const PRINCIPALS = ['ANONYMOUS', 'CANDIDATE', ...(Object.keys(STAFF) as Role[])] as const;

describe('operations of certificates, integration and notifications', () => {
  let api: ApiHarness;
  const browsers = new Map<string, ApiClient>();
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    browsers.set('ANONYMOUS', api.browser());
    browsers.set('CANDIDATE', await signedInCandidate(api));
    for (const role of Object.keys(STAFF) as Role[]) {
      browsers.set(role, await signedInStaff(api, [role], STAFF[role] ?? {}));
    }
  });
  afterAll(() => api.stop());

  const cells = Object.entries(MATRIX).flatMap(([operation, { roles }]) =>
    PRINCIPALS.map((principal) => {
      const isAllowed =
        roles === 'PUBLIC' ||
        (roles === 'SIGNED_IN' ? principal !== 'ANONYMOUS' : roles.includes(principal));
      return [principal, isAllowed ? 'may' : 'may not', operation] as const;
    }),
  );

  it.each(cells)('%s %s call %s', async (principal, may, operation) => {
    const answer = await browsers.get(principal)?.ask(MATRIX[operation]?.document ?? '');
    const codes = (answer?.errors ?? []).map(({ extensions }) => extensions.code);
    const refused = principal === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    if (may === 'may') expect(codes).not.toContain(refused);
    else expect(codes).toEqual([refused]);
  });
});
