import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/platform/access/actor.js';
import { signedInCandidate, signedInStaff } from '../builders/accounts.js';
import { withReferenceData } from '../builders/reference-data.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const SEEN = '0'.repeat(64);
const COMMAND = `applicationId: "${NOBODY}", version: 1, idempotencyKey: "matrix-key"`;

/** Each operation of registrations with the roles that may call it. */
const MATRIX: Readonly<Record<string, { document: string; roles: readonly Role[] | 'SIGNED_IN' }>> =
  {
    eligibility: {
      document: '{ eligibility(type: "testing-initial", itemCode: "RT-I") { eligible } }',
      roles: ['CANDIDATE'],
    },
    myApplications: {
      document: '{ myApplications(first: 1) { totalCount } }',
      roles: ['CANDIDATE'],
    },
    application: { document: `{ application(id: "${NOBODY}") { id } }`, roles: 'SIGNED_IN' },
    startApplication: {
      document:
        'mutation { startApplication(input: { type: "x", itemCode: "x", idempotencyKey: "matrix-key" }) { __typename } }',
      roles: ['CANDIDATE'],
    },
    certificateRequestEligibility: {
      document: `{ certificateRequestEligibility(type: "certificate-reissue", certificateId: "${NOBODY}") { eligible } }`,
      roles: ['CANDIDATE'],
    },
    startCertificateRequest: {
      document: `mutation { startCertificateRequest(input: { type: "certificate-reissue", certificateId: "${NOBODY}", idempotencyKey: "matrix-key" }) { __typename } }`,
      roles: ['CANDIDATE'],
    },
    saveAnswers: {
      document: `mutation { saveAnswers(input: { ${COMMAND}, answers: [] }) { __typename } }`,
      roles: ['CANDIDATE'],
    },
    removeAttachment: {
      document: `mutation { removeAttachment(input: { ${COMMAND}, slot: "DIPLOMA" }) { __typename } }`,
      roles: ['CANDIDATE'],
    },
    submitApplication: {
      document: `mutation { submitApplication(input: { ${COMMAND}, truthDeclared: true }) { __typename } }`,
      roles: ['CANDIDATE'],
    },
    reviewQueue: {
      document: '{ reviewQueue(filter: {}, first: 1) { totalCount } }',
      roles: [
        'REVIEWER',
        'PLAN_CLERK',
        'RESULT_CLERK',
        'RESULT_PUBLISHER',
        'FORWARDER',
        'INSTITUTION_ADMIN',
        'AUDITOR',
      ],
    },
    deletedApplications: {
      document: '{ deletedApplications(first: 1) { totalCount } }',
      roles: ['REVIEWER', 'INSTITUTION_ADMIN'],
    },
    resultSheet: {
      document: `{ resultSheet(planId: "${NOBODY}", first: 1) { edges { cursor } } }`,
      roles: ['RESULT_CLERK', 'RESULT_PUBLISHER', 'INSTITUTION_ADMIN'],
    },
    actOnApplication: {
      document: `mutation { actOnApplication(input: { ${COMMAND}, action: WITHDRAW }) { __typename } }`,
      roles: [
        'CANDIDATE',
        'REVIEWER',
        'PLAN_CLERK',
        'RESULT_PUBLISHER',
        'FORWARDER',
        'INSTITUTION_ADMIN',
      ],
    },
    assignPlan: {
      document: `mutation { assignPlan(input: { ${COMMAND}, planId: "${NOBODY}" }) { __typename } }`,
      roles: ['PLAN_CLERK', 'REVIEWER'],
    },
    setVerdicts: {
      document: `mutation { setVerdicts(input: { ${COMMAND}, verdicts: [{ targetKind: SLOT, target: "DIPLOMA", ok: true, seen: "${SEEN}" }] }) { __typename } }`,
      roles: ['REVIEWER'],
    },
    revealPersonalData: {
      document: `mutation { revealPersonalData(input: { applicationId: "${NOBODY}", reason: "核对身份" }) { __typename } }`,
      roles: ['REVIEWER', 'INSTITUTION_ADMIN', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
    },
    enterResults: {
      document: `mutation { enterResults(input: { ${COMMAND}, subjects: [{ subjectCode: "T1", outcome: "ABSENT" }] }) { __typename } }`,
      roles: ['RESULT_CLERK'],
    },
    publishResults: {
      document: `mutation { publishResults(input: { ${COMMAND} }) { __typename } }`,
      roles: ['RESULT_PUBLISHER'],
    },
    forwardApplications: {
      document: `mutation { forwardApplications(input: { applications: [{ id: "${NOBODY}", version: 1 }], idempotencyKey: "matrix-key" }) { __typename } }`,
      roles: ['FORWARDER'],
    },
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

describe('operations of registrations', () => {
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
        principal !== 'ANONYMOUS' && (roles === 'SIGNED_IN' || roles.includes(principal));
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
