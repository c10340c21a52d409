import {
  AdvanceCertificateDocument,
  CertificatesDocument,
  type AdvanceCertificateInput,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CertificateListeners } from '../../src/certificates/source-listeners.js';
import { RefusedError } from '../../src/platform/graphql/user-error.js';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

let keys = 0;

describe('the printing desk', () => {
  let api: ApiHarness;
  let printer: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    printer = await signedInStaff(api, ['PRINTER'], { authorityCode: 'P34' });
  });
  afterAll(() => api.stop());

  const advance = async (
    certificateId: string,
    step: AdvanceCertificateInput['step'],
    more: Partial<AdvanceCertificateInput> = {},
  ) => {
    const idempotencyKey = `advance-${String(++keys)}-key`;
    const input = { certificateId, step, version: 1, idempotencyKey, ...more };
    return (await printer.send(AdvanceCertificateDocument, { input })).advanceCertificate;
  };

  const waitingFor = async (step: AdvanceCertificateInput['step']): Promise<string[]> => {
    const { certificates } = await printer.send(CertificatesDocument, { step, first: 100 });
    return certificates.edges.map(({ node }) => node.id);
  };

  it('prints, then hands over; each step moves the certificate to the next list', async () => {
    const { id } = await certificate(api, { source: 'none:1' });
    expect(await waitingFor('MARK_PRINTED')).toContain(id);
    expect(await advance(id, 'MARK_PRINTED')).toMatchObject({ version: 2, deliveredAt: null });
    expect(await waitingFor('MARK_PRINTED')).not.toContain(id);
    expect(await waitingFor('MARK_DELIVERED')).toContain(id);
    const delivered = await advance(id, 'MARK_DELIVERED', { version: 2, trackingNo: 'SF-DEMO-1' });
    expect(delivered).toMatchObject({ version: 3, deliveredAt: '2026-11-24T02:00:00.000Z' });
    expect(await waitingFor('MARK_DELIVERED')).not.toContain(id);
  });

  it('keeps the order of the steps and does none twice', async () => {
    const { id } = await certificate(api);
    expect(await advance(id, 'MARK_DELIVERED')).toMatchObject({ code: 'STATE_INVALID' });
    await advance(id, 'MARK_PRINTED');
    expect(await advance(id, 'MARK_PRINTED')).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
    });
    expect(await advance(id, 'MARK_PRINTED', { version: 2 })).toMatchObject({
      code: 'STATE_INVALID',
      message: '证书已经制作，现在不能标记已制证。',
    });
  });

  it('does not print what is no longer in force', async () => {
    const { id } = await certificate(api, { source: 'none:2' });
    await api.db.query("UPDATE certificate SET status = 'REVOKED' WHERE id = ?", [id]);
    expect(await waitingFor('MARK_PRINTED')).not.toContain(id);
    expect(await advance(id, 'MARK_PRINTED')).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('sees only its own authority', async () => {
    const { id } = await certificate(api, { authorityCode: 'P32', source: 'none:3' });
    expect(await waitingFor('MARK_PRINTED')).not.toContain(id);
    const input = {
      certificateId: id,
      version: 1,
      step: 'MARK_PRINTED' as const,
      idempotencyKey: 'foreign-key',
    };
    const answer = await printer.ask(AdvanceCertificateDocument, { input });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells whoever it was issued for, in the same transaction', async () => {
    const heard: string[] = [];
    api.app.get(CertificateListeners).register('desk', (_tx, { source, step }) => {
      heard.push(`${source} ${step}`);
      return Promise.resolve(
        source === 'desk:2' ? new RefusedError('STATE_INVALID', '不行') : null,
      );
    });
    const fine = await certificate(api, { source: 'desk:1' });
    await advance(fine.id, 'MARK_PRINTED');
    const stuck = await certificate(api, { source: 'desk:2' });
    expect(await advance(stuck.id, 'MARK_PRINTED')).toMatchObject({ message: '不行' });
    expect(heard).toEqual(['desk:1 MARK_PRINTED', 'desk:2 MARK_PRINTED']);
    expect(await waitingFor('MARK_PRINTED')).toContain(stuck.id);
  });
});
