import {
  CertificateRequestEligibilityDocument,
  MyCertificatesDocument,
  StartCertificateRequestDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenRequests } from '../../src/registrations/requests/open-requests.js';
import { signedInCandidate, signedInStaff } from '../builders/accounts.js';
import { withReferenceData } from '../builders/reference-data.js';
import {
  act,
  aHolder,
  begin,
  begun,
  decide,
  done,
  forwarded,
  read,
  REISSUE_ANSWERS,
  submitted,
  theOffices,
} from '../builders/requests.js';
import { ApiHarness } from '../support/api-harness.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const REQUESTS = ['certificate-reissue', 'certificate-change'] as const;

describe('a request about a certificate', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const start = (certificateId: string, type: string, idempotencyKey: string) => ({
    input: { certificateId, type, idempotencyKey },
  });

  it('does not exist for a certificate that is another person’s: the same as for none', async () => {
    const { held } = await aHolder(api);
    const other = await signedInCandidate(api);
    for (const certificateId of [held.id, NOBODY]) {
      const variables = start(certificateId, 'certificate-reissue', 'not-mine-key');
      const begunByOther = await other.ask(StartCertificateRequestDocument, variables);
      expect(begunByOther.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const asked = await other.ask(CertificateRequestEligibilityDocument, {
        type: 'certificate-change',
        certificateId,
      });
      expect(asked.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it.each(['REVIEWER', 'FORWARDER', 'AUTHORITY_APPROVER', 'PRINTER', 'SYSADMIN'] as const)(
    'is not begun by %s',
    async (role) => {
      const { held } = await aHolder(api);
      const staff = await signedInStaff(api, [role], { institutionCode: 'EI-34' });
      const variables = start(held.id, 'certificate-reissue', 'staff-key-0001');
      const answer = await staff.ask(StartCertificateRequestDocument, variables);
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  it('is seen by its holder and its institution, and by nobody else', async () => {
    const { holder, held } = await aHolder(api);
    const offices = await theOffices(api);
    const id = await submitted(holder, held.id, 'certificate-reissue', REISSUE_ANSWERS);
    expect((await read(offices.reviewer, id)).id).toBe(id);
    const strangers = [
      await signedInCandidate(api),
      await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-32' }),
      offices.approver,
    ];
    for (const stranger of strangers) {
      await expect(read(stranger, id)).rejects.toThrow('NOT_FOUND');
    }
  });

  it('cannot be for an item type, nor an item application for a certificate', async () => {
    const { holder, held } = await aHolder(api);
    const variables = start(held.id, 'testing-initial', 'wrong-type-key');
    const { startCertificateRequest } = await holder.send(
      StartCertificateRequestDocument,
      variables,
    );
    expect(startCertificateRequest).toMatchObject({ problems: [{ path: 'type' }] });
  });

  it.each(REQUESTS)('blocks every other one of the same certificate: %s', async (type) => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, type);
    const { number } = await read(holder, id);
    for (const other of REQUESTS) {
      expect(await begin(holder, held.id, other)).toMatchObject({
        __typename: 'NotEligibleError',
        verdicts: [
          { ruleCode: 'CERTIFICATE_IN_FORCE', answer: 'YES' },
          {
            ruleCode: 'NO_OPEN_REQUEST',
            answer: 'NO',
            message: expect.stringContaining(number ?? '?'),
          },
        ],
      });
    }
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    expect(myCertificates[0]?.requestChoices).toMatchObject(
      REQUESTS.map((one) => ({
        type: one,
        allowed: false,
        openApplicationId: one === type ? id : null,
      })),
    );
  });

  it('leaves another certificate of the same holder alone', async () => {
    const { holder, held } = await aHolder(api);
    const { held: second } = await aHolder(api, { holderAccountId: holder.accountId });
    await begun(holder, held.id, 'certificate-change');
    expect(await begin(holder, second.id, 'certificate-change')).toMatchObject({
      __typename: 'Application',
    });
  });

  describe('begun several times at the same moment', () => {
    const race = async (): Promise<readonly (string | undefined)[]> => {
      const { holder, held } = await aHolder(api);
      const answers = await Promise.all(
        [0, 1, 2, 3].map((turn) => begin(holder, held.id, REQUESTS[turn % 2] ?? REQUESTS[0])),
      );
      return answers.map(({ __typename }) => __typename);
    };

    it('is open once, and the others are told which it is', async () => {
      for (let round = 0; round < 5; round++) {
        const outcome = await race();
        expect(outcome.filter((type) => type === 'Application')).toHaveLength(1);
      }
    });

    it('would be open more than once without the unique key (control)', async () => {
      await api.db.query(
        'ALTER TABLE application DROP KEY uq_application_live_request, ADD KEY ix_application_control (certificate_id, live_key)',
      );
      let doubles = 0;
      for (let round = 0; round < 20 && doubles === 0; round++) {
        const outcome = await race();
        if (outcome.filter((type) => type === 'Application').length > 1) doubles++;
      }
      expect(doubles).toBeGreaterThan(0);
    });
  });

  it('keeps renewal waiting while a change is open, and no longer than that', async () => {
    const { holder, held } = await aHolder(api);
    const open = () => api.app.get(OpenRequests).ofHeldItem(holder.accountId, 'RT-II');
    const id = await submitted(holder, held.id, 'certificate-change', {
      newEmployer: '演示新单位',
      changeReason: '换了单位。',
      deliveryMethod: 'PICK_UP',
    });
    expect(await open()).toMatchObject([{ type: 'certificate-change' }]);
    const offices = await theOffices(api);
    done(await decide(offices.approver, await forwarded(offices, id)));
    expect(await open()).toEqual([]);
  });

  it('may not be approved by whoever handled it at the institution', async () => {
    const { holder, held } = await aHolder(api);
    const both = await signedInStaff(api, ['REVIEWER', 'AUTHORITY_APPROVER'], {
      institutionCode: 'EI-34',
    });
    const offices = await theOffices(api);
    const id = await submitted(holder, held.id, 'certificate-reissue', REISSUE_ANSWERS);
    const line = await forwarded({ ...offices, reviewer: both }, id);
    await api.db.query(
      'UPDATE account SET institution_code = NULL, authority_code = ? WHERE id = ?',
      ['P34', both.accountId],
    );
    expect(await decide(both, line)).toMatchObject({
      code: 'FORBIDDEN',
      message: '您参与过这份申请的审核，须由另一名人员审批。',
    });
  });

  it('is deleted as a draft by its holder', async () => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, 'certificate-reissue');
    done(await act(holder, id, 'DELETE'));
    await expect(read(holder, id)).rejects.toThrow('NOT_FOUND');
  });
});
