import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CLIENT } from '../../src/integration/demo-client.js';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { askPartner, askToken } from './partner-client.js';

const PAGE = readFileSync(
  fileURLToPath(new URL('../../../../docs/integrators.md', import.meta.url)),
  'utf8',
);

describe('the page for integrators', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  it('prints credentials that work and a question that is answered VALID', async () => {
    const [, credentials = ''] = /-u (\S+) -d grant_type/.exec(PAGE) ?? [];
    expect(credentials).toBe(`${DEMO_CLIENT.clientId}:${DEMO_CLIENT.secret}`);
    const { body } = await askToken(
      api,
      { grant_type: 'client_credentials' },
      { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    );
    const [, json = ''] = /-d '(\{\n[^`]*\})'\n```/.exec(PAGE) ?? [];
    const question = JSON.parse(json.replaceAll("'$TODAY'", '2026-11-24')) as {
      query: string;
      variables: { input: { certificateNo: string; name: string; item: string } };
    };
    const { certificateNo, name } = question.variables.input;
    await certificate(api, {
      number: certificateNo,
      holder: {
        name,
        idNumber: '320102199202020004',
        sex: 'MALE',
        birthDate: '1992-02-02',
        employer: '演示单位',
      },
      items: [
        {
          itemCode: 'MT-II',
          firstIssueDate: '2022-04-25',
          approvalDate: '2022-04-25',
          validFrom: '2022-04-25',
          validTo: '2027-04-24',
          restriction: null,
        },
      ],
    });
    const token = typeof body['access_token'] === 'string' ? body['access_token'] : null;
    const answer = await askPartner(api, token, question.query, question.variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['verifyCertificate']).toMatchObject({ result: 'VALID' });
  });

  it('explains every code the interface can answer with', () => {
    const codes = [
      'TOKEN_MISSING',
      'TOKEN_EXPIRED',
      'CLIENT_EXPIRED',
      'CLIENT_REVOKED',
      'SCOPE_MISSING',
      'VALIDATION',
      'ITEM_UNREADABLE',
      'INTERVAL_ORDER',
      'QUERY_TOO_COMPLEX',
      'RATE_LIMITED',
      'SERVICE_UNAVAILABLE',
      'INTERNAL',
      'CLIENT_UNKNOWN',
      'GRANT_TYPE',
      'CREDENTIALS_MISSING',
    ];
    expect(codes.filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
  });
});
