import { EligibilityDocument, ItemsDocument, MyCertificatesDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertifiedItem } from '../../src/certificates/certificate-register.js';
import { signedInCandidate, signIn, type SignedIn } from '../builders/accounts.js';
import {
  accepted,
  act,
  aDesk,
  answer,
  COMMON_ANSWERS,
  caseOf,
  examined,
  filedCase,
  issued,
  startCase,
  startedCase,
  TESTING_ANSWERS,
  type Desk,
} from '../builders/cases.js';
import { certificate } from '../builders/certificates.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import {
  begun,
  decide,
  done,
  forwarded,
  REISSUE_ANSWERS,
  submitted,
  theOffices,
  type Offices,
} from '../builders/requests.js';
import { ApiHarness } from '../support/api-harness.js';

/** An item that ends on `validTo` and was first given ten years before. */
const ending = (itemCode: string, validTo: string): CertifiedItem => ({
  itemCode,
  firstIssueDate: '2016-03-01',
  approvalDate: '2022-03-01',
  validFrom: '2022-03-01',
  validTo,
  restriction: null,
});

const REISSUE = ['certificate-reissue', REISSUE_ANSWERS] as const;

const DECLARED = { continuousWork: true, noPenalty: true, continuingEducation: true };

interface Renewal {
  readonly type: string;
  readonly itemCode: string;
  readonly registrationType: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly institution: string;
  readonly authority: string;
}

const RENEWALS: readonly Renewal[] = [
  {
    type: 'inspection-renewal',
    itemCode: 'DT-Y',
    registrationType: 'RENEW_REVIEW',
    answers: { ...COMMON_ANSWERS, inspectionNature: 'PERIODIC' },
    institution: 'EI-34',
    authority: 'P34',
  },
  {
    type: 'testing-exempt-renewal',
    itemCode: 'MT-II',
    registrationType: 'RENEW_EXEMPT',
    answers: { ...TESTING_ANSWERS, ...DECLARED },
    institution: 'EI-34',
    authority: 'P34',
  },
  {
    type: 'testing-exam-renewal',
    itemCode: 'RT-I',
    registrationType: 'RENEW_EXAM',
    answers: TESTING_ANSWERS,
    institution: 'EI-34',
    authority: 'P34',
  },
  {
    type: 'type-test-renewal',
    itemCode: 'XS-AQ',
    registrationType: 'RENEW_REVIEW',
    answers: COMMON_ANSWERS,
    institution: 'EI-00',
    authority: 'SAMR',
  },
];

describe('renewing a certificate', { timeout: 120_000 }, () => {
  let api: ApiHarness;
  const desks = new Map<string, Desk>();
  let offices: Offices;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    offices = await theOffices(api);
    for (const { institution, authority, itemCode, registrationType } of RENEWALS) {
      const desk = desks.get(institution) ?? (await aDesk(api, institution, authority));
      desks.set(institution, desk);
      await aPlan(api, {
        institutionCode: institution,
        itemCodes: [itemCode],
        registrationTypes: [registrationType],
        examFrom: null,
        examTo: null,
      });
    }
  });
  afterAll(() => api.stop());

  /** A candidate who holds the item up to a day. */
  async function holder(itemCode: string, validTo = '2027-03-01'): Promise<SignedIn> {
    const candidate = await signedInCandidate(api);
    const { name, idNumber, sex, birthDate, employer } = candidate.person;
    await certificate(api, {
      holderAccountId: candidate.accountId,
      holder: { name, idNumber, sex, birthDate, employer },
      items: [ending(itemCode, validTo)],
    });
    return candidate;
  }

  /** Approved by the authority: from then on the new print is in force. */
  async function requestIssued(candidate: SignedIn, id: string): Promise<void> {
    done(await decide(offices.approver, await forwarded(offices, id)));
    expect((await caseOf(candidate, id)).status).toBe('APPROVED');
  }

  const verdict = async (who: SignedIn, type: string, itemCode: string, rule: string) => {
    const { eligibility } = await who.send(EligibilityDocument, { type, itemCode });
    return eligibility.verdicts.find(({ ruleCode }) => ruleCode === rule);
  };

  it.each(RENEWALS)(
    '$type goes from the register’s proposal to a new certificate with the old first issue date',
    async ({ type, itemCode, answers, institution }) => {
      const desk = desks.get(institution);
      if (!desk) throw new Error(institution);
      const candidate = await holder(itemCode);
      const filed = await filedCase(candidate, { type, itemCode, answers });
      expect(filed).toMatchObject({
        status: 'SUBMITTED',
        flags: { heldItemsDiffer: false, resultsFromElsewhere: false, signedFormMissing: false },
        statedItems: [{ itemCode, validTo: '2027-03-01', differences: [] }],
      });
      const form = await fetch(`${api.baseUrl}${filed.formUrl ?? ''}`);
      expect(form.headers.get('content-type')).toBe('application/pdf');
      await accepted(desk, candidate, filed.id);
      const ready = await caseOf(candidate, filed.id);
      if (type === 'testing-exam-renewal') {
        expect(ready.status).toBe('QUALIFIED');
        expect((await examined(desk, candidate, filed.id)).status).toBe('PASSED');
      } else {
        expect(ready.status).toBe('READY_TO_FORWARD');
      }
      const done = await issued(desk, candidate, filed.id);
      expect(done).toMatchObject({ status: 'DELIVERED', certificate: { status: 'VALID' } });
      const { myCertificates } = await candidate.send(MyCertificatesDocument);
      expect(myCertificates.map(({ status }) => status).toSorted()).toEqual([
        'SUPERSEDED',
        'VALID',
      ]);
      const renewed = myCertificates.find(({ status }) => status === 'VALID');
      expect(renewed?.items[0]).toMatchObject({
        firstIssueDate: '2016-03-01',
        validFrom: '2026-11-24',
        validTo: '2031-11-23',
      });
    },
  );

  it('carries on a first issue date that only the papers show', async () => {
    const candidate = await signedInCandidate(api);
    const filed = await filedCase(candidate, {
      type: 'type-test-renewal',
      itemCode: 'XS-AQ',
      answers: {
        ...COMMON_ANSWERS,
        certificateFirstIssueDate: '2015-06-01',
        certificateValidTo: '2027-02-01',
      },
    });
    expect(filed).toMatchObject({
      flags: { heldItemsDiffer: true },
      statedItems: [{ registered: null, firstIssueDate: '2015-06-01' }],
    });
    const desk = desks.get('EI-00');
    if (!desk) throw new Error('EI-00');
    await accepted(desk, candidate, filed.id);
    await issued(desk, candidate, filed.id);
    const { myCertificates } = await candidate.send(MyCertificatesDocument);
    expect(myCertificates[0]?.items[0]?.firstIssueDate).toBe('2015-06-01');
  });

  it('marks a changed row for staff and refuses a malformed one', async () => {
    const candidate = await holder('DT-Y');
    const { id } = await startedCase(candidate, 'inspection-renewal', 'DT-Y');
    const { statedItems } = await caseOf(candidate, id);
    const [row] = statedItems;
    const { certificateNo = '', firstIssueDate = '' } = row ?? {};
    const stated = { itemCode: 'DT-Y', certificateNo, firstIssueDate, validTo: '2027-04-01' };
    await answer(candidate, id, { statedItems: [stated] });
    expect(await caseOf(candidate, id)).toMatchObject({
      flags: { heldItemsDiffer: true },
      statedItems: [{ differences: ['validTo'], registered: { validTo: '2027-03-01' } }],
    });
    const late = { ...stated, validTo: '2001-01-01' };
    expect(await answer(candidate, id, { statedItems: [late] })).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'statedItems', key: 'problem.dateOrder' }],
    });
  });

  it.each([
    ['the first day of the window', '2027-05-24', 'YES'],
    ['a day too early', '2027-05-25', 'NO'],
    ['the last day of the certificate', '2026-11-24', 'YES'],
    ['the day after it', '2026-11-23', 'NO'],
  ])('answers the window on %s', async (_title, validTo, expected) => {
    const candidate = await holder('DT-Y', validTo);
    const found = await verdict(candidate, 'inspection-renewal', 'DT-Y', 'RENEWAL_WINDOW');
    expect(found?.answer).toBe(expected);
    if (expected === 'NO') {
      expect(await startCase(candidate, 'inspection-renewal', 'DT-Y')).toMatchObject({
        __typename: 'NotEligibleError',
      });
    }
  });

  it('tells the days of the renewal timeline, and none where nothing known is renewed', async () => {
    const candidate = await holder('MT-II', '2027-03-01');
    const daysOf = async (type: string, itemCode: string) =>
      (await candidate.send(EligibilityDocument, { type, itemCode })).eligibility.renewal;
    expect(await daysOf('testing-exam-renewal', 'MT-II')).toEqual({
      certificateNo: expect.any(String) as unknown,
      examOpens: '2025-03-01',
      planning: '2026-03-01',
      windowOpens: '2026-09-01',
      lastSafe: expect.stringMatching(/^2027-01-/) as unknown,
      expires: '2027-03-01',
      lastChance: '2028-03-01',
    });
    expect(await daysOf('testing-exam-renewal', 'PT-II')).toBeNull();
    expect(await daysOf('testing-initial', 'PT-II')).toBeNull();
  });

  it('closes the last day at 24:00 in Shanghai', async () => {
    const candidate = await holder('DT-Y', '2026-11-24');
    const start = api.clock.now().toISOString();
    try {
      for (const [moment, expected] of [
        ['2026-11-24T15:59:59.999Z', 'YES'],
        ['2026-11-24T16:00:00.000Z', 'NO'],
      ] as const) {
        api.clock.set(moment);
        const now = await signIn(api, candidate.accountId);
        const found = await verdict(now, 'inspection-renewal', 'DT-Y', 'RENEWAL_WINDOW');
        expect(found?.answer).toBe(expected);
      }
    } finally {
      api.clock.set(start);
    }
  });

  it('names another clause for another track', async () => {
    const inspector = await holder('DT-Y');
    const found = await verdict(inspector, 'inspection-renewal', 'DT-Y', 'HOLDS_ITEM');
    expect(found?.clause).toBe('TSG Z8002-2022 换证');
    const tester = await holder('RT-I');
    const testing = await verdict(tester, 'testing-exam-renewal', 'RT-I', 'HOLDS_ITEM');
    expect(testing?.clause).toBe('TSG Z8001-2019 换证');
  });

  it('allows one exemption, then asks for an exam', async () => {
    const desk = desks.get('EI-34');
    if (!desk) throw new Error('EI-34');
    const candidate = await holder('MT-II');
    const rule = 'EXEMPTION_NOT_REPEATED';
    const ask = () => verdict(candidate, 'testing-exempt-renewal', 'MT-II', rule);
    expect((await ask())?.answer).toBe('STAFF');
    const about = { type: 'testing-exempt-renewal', itemCode: 'MT-II' };
    const filed = await filedCase(candidate, {
      ...about,
      answers: { ...TESTING_ANSWERS, ...DECLARED },
    });
    await accepted(desk, candidate, filed.id);
    await issued(desk, candidate, filed.id);
    expect((await ask())?.answer).toBe('NO');
    const { myCertificates } = await candidate.send(MyCertificatesDocument);
    const renewed = myCertificates.find(({ status }) => status === 'VALID')?.id ?? '';
    await requestIssued(candidate, await submitted(candidate, renewed, ...REISSUE));
    expect((await ask())?.answer, 'after a reissue of what was renewed').toBe('NO');
  });

  describe('of a certificate that is being changed', () => {
    const rule = 'NO_OPEN_CHANGE';

    it.each(RENEWALS)('waits: $type', async ({ type, itemCode }) => {
      const candidate = await holder(itemCode);
      const { myCertificates } = await candidate.send(MyCertificatesDocument);
      const change = await begun(candidate, myCertificates[0]?.id ?? '', 'certificate-change');
      expect(await verdict(candidate, type, itemCode, rule)).toMatchObject({ answer: 'NO' });
      expect(await startCase(candidate, type, itemCode)).toMatchObject({
        __typename: 'NotEligibleError',
      });
      await act(candidate, change, 'DELETE');
      expect(await verdict(candidate, type, itemCode, rule)).toMatchObject({ answer: 'YES' });
    });

    it('is forwarded once the change is done, with the name as changed', async () => {
      const desk = desks.get('EI-34');
      if (!desk) throw new Error('EI-34');
      const candidate = await holder('MT-II');
      const { myCertificates } = await candidate.send(MyCertificatesDocument);
      const { id } = await filedCase(candidate, {
        type: 'testing-exempt-renewal',
        itemCode: 'MT-II',
        answers: { ...TESTING_ANSWERS, ...DECLARED },
      });
      await accepted(desk, candidate, id);
      const change = await submitted(candidate, myCertificates[0]?.id ?? '', 'certificate-change', {
        newName: '演示新名',
        changeReason: '证书上的姓名有误。',
        deliveryMethod: 'PICK_UP',
      });
      await expect(issued(desk, candidate, id)).rejects.toThrow('所持证书的信息变更正在办理');
      await requestIssued(candidate, change);
      const { certificate: renewed } = await issued(desk, candidate, id);
      const { myCertificates: all } = await candidate.send(MyCertificatesDocument);
      const names = all.map(({ holderName, status }) => [holderName, status]);
      expect(all.find(({ number }) => number === renewed?.number)?.holderName).toBe('演示新名');
      expect(names.filter(([, status]) => status === 'VALID')).toEqual([['演示新名', 'VALID']]);
    });
  });

  it('keeps one live application per person and item across the types', async () => {
    const candidate = await holder('MT-II');
    await startedCase(candidate, 'testing-exempt-renewal', 'MT-II');
    expect(await startCase(candidate, 'testing-exam-renewal', 'MT-II')).toMatchObject({
      __typename: 'NotEligibleError',
    });
  });

  it('offers types by what the catalogue says of the item', async () => {
    const { items } = await api.browser().send(ItemsDocument, { track: 'INSPECTION' });
    expect(items.find(({ code }) => code === 'DT-S')?.registrationTypes).toEqual(['RENEW_REVIEW']);
    const candidate = await holder('DT-Y');
    expect(await startCase(candidate, 'testing-exam-renewal', 'DT-Y')).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'itemCode', key: 'problem.choice' }],
    });
  });
});
