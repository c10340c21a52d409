import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { statementsOf } from '../support/statements-of.js';
import {
  apiClient,
  askPartner,
  tokenOf,
  type ClientCredentials,
  type PartnerAnswer,
} from './partner-client.js';

const QUERY = `query VerifyMany($inputs: [VerifyCertificateInput!]!) {
  verifyCertificates(inputs: $inputs) { result certificate { number holderName } checks { code passed } }
}`;

describe('verifyCertificates', () => {
  let api: ApiHarness;
  let client: ClientCredentials;
  let token: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    client = await apiClient(api);
    token = await tokenOf(api, client);
  });
  beforeEach(() => api.db.query('TRUNCATE TABLE rate_limit'));
  afterAll(() => api.stop());

  const question = (certificateNo: string, more: Readonly<Record<string, unknown>> = {}) => ({
    certificateNo,
    name: '演示考生',
    item: 'RT-II',
    from: '2026-11-01',
    to: '2026-11-02',
    ...more,
  });
  const ask = (inputs: readonly object[]): Promise<PartnerAnswer> =>
    askPartner(api, token, QUERY, { inputs });

  it('answers each question in the order asked, the same certificate twice too', async () => {
    const [first, second] = [await certificate(api), await certificate(api)];
    const { data } = await ask([
      question(second.number),
      question('YS-0'),
      question(first.number, { item: 'RT-III' }),
      question(second.number, { name: '别人' }),
      question(second.number, { to: '2099-01-01' }),
    ]);
    expect(data?.['verifyCertificates']).toMatchObject([
      { result: 'VALID', certificate: { number: second.number, holderName: '演*' } },
      { result: 'NOT_FOUND', certificate: null },
      { result: 'INVALID', certificate: { number: first.number } },
      { result: 'NOT_FOUND', certificate: null },
      { result: 'INVALID', certificate: { number: second.number } },
    ]);
  });

  it('asks the database as often for a hundred as for one, and writes down each question', async () => {
    const { number, id } = await certificate(api);
    await ask([question(number)]);
    const one = await statementsOf(api, () => ask([question(number)]));
    const hundred = await statementsOf(api, () =>
      ask(Array.from({ length: 100 }, () => question(number))),
    );
    expect(one.length).toBeGreaterThan(3);
    expect(hundred).toHaveLength(one.length);
    const [written] = await api.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit_log WHERE operation = 'verifyCertificate' AND subject_id = ?",
      [id],
    );
    expect(Number(written?.n)).toBe(102);
  });

  it('refuses more than a hundred, and answers none with none', async () => {
    const { status, errors } = await ask(Array.from({ length: 101 }, () => question('x')));
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      reason: 'TOO_MANY_QUESTIONS',
    });
    expect(errors?.[0]?.message).toContain('100');
    expect((await ask([])).data).toEqual({ verifyCertificates: [] });
  });

  it('names the question that cannot be read and answers none', async () => {
    const { number } = await certificate(api);
    const { data, errors } = await ask([question(number), question(number, { item: '?' })]);
    expect(data).toBeFalsy();
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'ITEM_UNREADABLE', index: 1 });
  });

  it('counts every question against the limit of its client', async () => {
    const hundred = Array.from({ length: 100 }, () => question('x'));
    for (let batch = 0; batch < 6; batch++) expect((await ask(hundred)).status).toBe(200);
    expect((await ask([question('x')])).errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
    });
  });
});
