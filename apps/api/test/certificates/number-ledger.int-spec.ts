import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CertificateRegister } from '../../src/certificates/certificate-register.js';
import { certificateSeries, NumberLedger } from '../../src/certificates/number-ledger.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { RefusedError } from '../../src/platform/graphql/user-error.js';
import { anActor, certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const PARALLEL = 100;

describe('the number ledger', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  /** Issues one certificate of `authority`; every third attempt fails after it took its number. */
  async function issueOne(authority: string, index: number): Promise<string | null> {
    const id = uuid();
    const intent = { actor: anActor(), operation: 'test', idempotencyKey: null, input: null };
    const done = await api.app.get(Transactions).run(intent, async ({ em }) => {
      const number = await api.app.get(NumberLedger).issue(em, {
        series: certificateSeries(authority),
        year: 2026,
        certificateId: id,
        at: api.app.get(Clock).now(),
        format: (sequence) => `${authority}-${String(sequence)}`,
      });
      if (index % 3 === 1) throw new Error('power cut');
      if (index % 3 === 2) return new RefusedError('STATE_INVALID', 'refused');
      await enter(authority, id, number, em);
      return number;
    });
    return typeof done === 'string' ? done : null;
  }

  function enter(
    authorityCode: string,
    id: string,
    number: string,
    em: Parameters<CertificateRegister['enter']>[0],
  ): Promise<void> {
    return api.app.get(CertificateRegister).enter(em, {
      id,
      number,
      source: `test:${id}`,
      purpose: 'ISSUE',
      holderAccountId: null,
      holder: {
        name: '演示',
        idNumber: '0',
        sex: 'MALE',
        birthDate: '1990-01-01',
        employer: '演示',
      },
      authorityCode,
      institutionCode: null,
      photoFileId: null,
      issuedAt: api.app.get(Clock).now(),
      items: [],
      actorId: 'system',
    });
  }

  const attempts = (run: (index: number) => Promise<string | null>): Promise<(string | null)[]> =>
    Promise.all(Array.from({ length: PARALLEL }, (_, index) => run(index).catch(() => null)));

  it('leaves no gap and no duplicate under 100 parallel issues of which two thirds fail', async () => {
    const numbers = (await attempts((index) => issueOne('P34', index))).filter(
      (one) => one !== null,
    );
    const expected = Math.ceil(PARALLEL / 3);
    expect(numbers).toHaveLength(expected);
    expect(new Set(numbers)).toEqual(
      new Set(Array.from({ length: expected }, (_, index) => `P34-${String(index + 1)}`)),
    );
    expect(await api.app.get(NumberLedger).reconcile()).toEqual([]);
  });

  it('is needed: "highest plus one" breaks under the same load', async () => {
    await api.db.query('CREATE TABLE control (number int NOT NULL)');
    const taken = await attempts(async () => {
      const [row] = await api.db.query<{ next: number }[]>(
        'SELECT COALESCE(MAX(number), 0) + 1 AS next FROM control',
      );
      await api.db.query('INSERT INTO control (number) VALUES (?)', [row?.next]);
      return String(row?.next);
    });
    expect(new Set(taken).size).toBeLessThan(PARALLEL);
  });

  it('voids a number that a certificate from elsewhere already has, and says why', async () => {
    await certificate(api, { number: 'P32-1', authorityCode: 'P32' });
    expect(await issueOne('P32', 0)).toBe('P32-2');
    const rows = await api.db.query(
      "SELECT number, state, reason FROM number_ledger WHERE series = 'certificate:P32' ORDER BY sequence",
    );
    expect(rows).toEqual([
      { number: 'P32-1', state: 'VOID', reason: 'ALREADY_IN_REGISTER' },
      { number: 'P32-2', state: 'ISSUED', reason: null },
    ]);
  });

  it('names every number that cannot be accounted for', async () => {
    await issueOne('P37', 0);
    await issueOne('P37', 3);
    const tampering = "DELETE FROM number_ledger WHERE series = 'certificate:P37' AND sequence = 1";
    await expect(api.db.query(tampering)).rejects.toThrow('append-only');
    for (const verb of ['update', 'delete']) {
      await api.db.query(`DROP TRIGGER number_ledger_no_${verb}`);
    }
    await api.db.query(tampering);
    await api.db.query(
      "UPDATE number_ledger SET certificate_id = ? WHERE series = 'certificate:P37'",
      [uuid()],
    );
    const faults = await api.app.get(NumberLedger).reconcile();
    expect(faults).toEqual([
      { kind: 'UNEXPLAINED', series: 'certificate:P37', sequence: 1, number: null },
      { kind: 'NO_CERTIFICATE', series: 'certificate:P37', sequence: 2, number: 'P37-2' },
      { kind: 'NOT_IN_LEDGER', series: 'P37', sequence: null, number: 'P37-1' },
      { kind: 'NOT_IN_LEDGER', series: 'P37', sequence: null, number: 'P37-2' },
    ]);
  });
});
