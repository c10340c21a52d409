import {
  ActOnApplicationDocument,
  ApplicationEligibilityDocument,
  ApplicationPageDocument,
  EnterResultsDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  PublishResultsDocument,
  RemoveAttachmentDocument,
  ResultSheetDocument,
  RevealPersonalDataDocument,
  ReviewPageDocument,
  ReviewQueueDocument,
  SaveAnswersDocument,
  SetVerdictsDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
} from '@kaopu/graphql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { Applicant, aScan } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey, PAPERS } from '../builders/drafts.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { PASSING } from '../builders/stages.js';
import type { Answer } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';
import { forged } from '../builders/forged-address.js';

type Ask = (who: SignedIn, id: string) => Promise<Answer<unknown>>;

const command = (applicationId: string) => ({
  applicationId,
  version: 1,
  idempotencyKey: newKey(),
});

/** Every operation that takes the id of an application, as its own role would send it. */
const AS_CANDIDATE: Readonly<Record<string, Ask>> = {
  application: (who, id) => who.ask(ApplicationPageDocument, { id }),
  'application.eligibility': (who, id) => who.ask(ApplicationEligibilityDocument, { id }),
  saveAnswers: (who, id) =>
    who.ask(SaveAnswersDocument, { input: { ...command(id), answers: [] } }),
  uploadAttachment: (who, id) => {
    const input = { applicationId: id, slot: 'DIPLOMA', idempotencyKey: newKey() };
    return who.ask(UploadAttachmentDocument, { input, file: new File([], 'a.pdf') }, aScan());
  },
  removeAttachment: (who, id) =>
    who.ask(RemoveAttachmentDocument, { input: { ...command(id), slot: 'DIPLOMA' } }),
  submitApplication: (who, id) =>
    who.ask(SubmitApplicationDocument, { input: { ...command(id), truthDeclared: true } }),
  actOnApplication: (who, id) =>
    who.ask(ActOnApplicationDocument, { input: { ...command(id), action: 'WITHDRAW' } }),
};

const AS_STAFF: Readonly<Record<string, Ask>> = {
  application: (who, id) => who.ask(ReviewPageDocument, { id }),
  actOnApplication: (who, id) =>
    who.ask(ActOnApplicationDocument, { input: { ...command(id), action: 'START_REVIEW' } }),
  setVerdicts: (who, id) =>
    who.ask(SetVerdictsDocument, {
      input: {
        ...command(id),
        verdicts: [{ targetKind: 'SLOT', target: 'DIPLOMA', ok: true, seen: '0'.repeat(64) }],
      },
    }),
  revealPersonalData: (who, id) =>
    who.ask(RevealPersonalDataDocument, { input: { applicationId: id, reason: '核对身份' } }),
  enterResults: (who, id) =>
    who.ask(EnterResultsDocument, { input: { ...command(id), subjects: [...PASSING] } }),
  publishResults: (who, id) => who.ask(PublishResultsDocument, { input: command(id) }),
  forwardApplications: (who, id) =>
    who.ask(ForwardApplicationsDocument, {
      input: { idempotencyKey: newKey(), applications: [{ id, version: 1 }] },
    }),
};

const AS_AUTHORITY: Readonly<Record<string, Ask>> = {
  application: AS_STAFF['application'] as Ask,
  revealPersonalData: AS_STAFF['revealPersonalData'] as Ask,
};

const OFFICE = ['REVIEWER', 'PLAN_CLERK', 'RESULT_CLERK', 'RESULT_PUBLISHER', 'FORWARDER'] as const;

let api: ApiHarness;
beforeAll(async () => {
  api = await ApiHarness.start();
  await withReferenceData(api);
});
afterAll(() => api.stop());

describe('An application of somebody else', () => {
  let ids: Readonly<Record<'draft' | 'submitted' | 'forwarded', string>>;
  let candidate: SignedIn;
  let staff: SignedIn;
  let authority: SignedIn;
  beforeAll(async () => {
    const planId = (await aPlan(api)).id;
    ids = {
      draft: (await Applicant.ready(api, planId)).id,
      submitted: (await Applicant.submitted(api, planId)).id,
      forwarded: (await new Desk(api).caseAt('FORWARDED', planId)).id,
    };
    candidate = (await Applicant.registered(api)).browser;
    staff = await signedInStaff(api, OFFICE, { institutionCode: 'EI-32' });
    authority = await signedInStaff(api, ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'], {
      authorityCode: 'P32',
    });
  });
  /** What a person sees of an answer; the trace is another one each time. */
  const seen = ({ data, errors }: Answer<unknown>) => ({
    data,
    errors: errors?.map(({ message, extensions, path }) => [message, extensions.code, path]),
  });

  const STATES = ['draft', 'submitted', 'forwarded'] as const;
  const PEOPLE = {
    'another candidate': [AS_CANDIDATE, () => candidate],
    'staff of another institution': [AS_STAFF, () => staff],
    'another authority': [AS_AUTHORITY, () => authority],
  } as const;
  const cells = Object.entries(PEOPLE).flatMap(([name, [operations, who]]) =>
    Object.entries(operations).flatMap(([operation, ask]) =>
      STATES.map((state) => [name, operation, state, ask, who] as const),
    ),
  );

  it.each(cells)(
    'is for %s by %s exactly like one that does not exist (%s)',
    async (_name, _operation, state, ask, who) => {
      const nothing = seen(await ask(who(), uuid()));
      expect(nothing.errors?.map(([, code]) => code)).toEqual(['NOT_FOUND']);
      expect(seen(await ask(who(), ids[state]))).toEqual(nothing);
    },
  );

  it('is in no list of theirs', async () => {
    const { reviewQueue } = await staff.send(ReviewQueueDocument, {
      filter: { statuses: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'FORWARDED'] },
      first: 100,
    });
    expect(reviewQueue).toMatchObject({ edges: [], totalCount: 0 });
  });

  it('is for the institution’s own staff not there while it is a draft', async () => {
    const own = await signedInStaff(api, OFFICE, { institutionCode: 'EI-34' });
    for (const ask of Object.values(AS_STAFF)) {
      expect(seen(await ask(own, ids.draft))).toEqual(seen(await ask(own, uuid())));
    }
  });

  it('is for its own authority not there before it is forwarded', async () => {
    const own = await signedInStaff(api, ['AUTHORITY_APPROVER'], { authorityCode: 'P34' });
    for (const ask of Object.values(AS_AUTHORITY)) {
      expect(seen(await ask(own, ids.submitted))).toEqual(seen(await ask(own, uuid())));
    }
    const { application } = await own.send(ReviewPageDocument, { id: ids.forwarded });
    expect(application.status).toBe('FORWARDED');
  });
});

describe('Personal data of an applicant', () => {
  let desk: Desk;
  let applicant: Applicant;
  let planId: string;
  beforeAll(async () => {
    desk = new Desk(api);
    planId = (await aPlan(api)).id;
    applicant = await desk.caseAt('FORWARDED', planId);
  });
  const reveal = async (who: SignedIn, reason = '电话核对身份') =>
    (
      await who.send(RevealPersonalDataDocument, {
        input: { applicationId: applicant.id, reason },
      })
    ).revealPersonalData;

  it('is masked on every page and in every list of staff and authority', async () => {
    const { idNumber, phone } = applicant.person;
    const reviewer = await desk.as('REVIEWER');
    const clerk = await desk.as('RESULT_CLERK');
    const approver = await desk.as('AUTHORITY_APPROVER');
    const waiting = await desk.caseAt('SCHEDULED', planId);
    const answers = JSON.stringify([
      await reviewer.send(ReviewPageDocument, { id: applicant.id }),
      await reviewer.send(ReviewQueueDocument, {
        filter: { statuses: ['FORWARDED'] },
        first: 20,
      }),
      await clerk.send(ResultSheetDocument, { planId, first: 20 }),
      await approver.send(ReviewPageDocument, { id: applicant.id }),
      await approver.send(IssueBatchDocument, { id: desk.batchId }),
    ]);
    for (const secret of [idNumber, phone, waiting.person.idNumber, waiting.person.phone]) {
      expect(answers).not.toContain(secret);
    }
    const page = await desk.page(applicant.id);
    expect(page.applicantIdNumber).toMatch(/^\d{3}\*+\d{2}[\dX]$/);
    expect(page.person).toMatchObject({
      idNumber: page.applicantIdNumber,
      phone: expect.stringMatching(/^139\*{4}\d{4}$/),
    });
  });

  it('is revealed in full to who gives a reason, and the log keeps who, when and why', async () => {
    const reviewer = await desk.another('REVIEWER');
    const { idNumber, phone } = applicant.person;
    expect(await reveal(reviewer, '电话核对身份')).toMatchObject({ idNumber, phone });
    const rows = await api.db.query<{ details: string; subject: string }[]>(
      "SELECT details, subject_id AS subject FROM audit_log WHERE operation = 'revealPersonalData' AND actor_id = ?",
      [reviewer.accountId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.subject).toBe(applicant.id);
    const details = JSON.stringify(rows[0]?.details);
    expect(details).toContain('电话核对身份');
    expect(details).not.toContain(idNumber);
  });

  it.each(['', '看看', ' '.repeat(8), '看看' + ' '.repeat(8)])(
    'is not revealed for the reason %j, and nothing is logged',
    async (reason) => {
      const reviewer = await desk.another('REVIEWER');
      expect(await reveal(reviewer, reason)).toMatchObject({
        __typename: 'InvalidInputError',
        problems: [{ path: 'reason', key: 'whyNot.reasonRequired' }],
      });
      const logged = await api.db.query<unknown[]>(
        "SELECT 1 FROM audit_log WHERE operation = 'revealPersonalData' AND actor_id = ?",
        [reviewer.accountId],
      );
      expect(logged).toEqual([]);
    },
  );

  it('is revealed fifty times a day to one person, not a fifty-first time', async () => {
    const reviewer = await desk.another('REVIEWER');
    const answers = await Promise.all(Array.from({ length: 51 }, () => reveal(reviewer)));
    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'RevealedPersonalData')).toHaveLength(50);
    expect(answers.find(({ __typename }) => __typename === 'RateLimitedError')).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: expect.any(Number),
    });
  });

  it('is not revealed to roles that decide without it', async () => {
    for (const role of ['PLAN_CLERK', 'RESULT_CLERK', 'FORWARDER'] as const) {
      const input = { applicationId: applicant.id, reason: '电话核对身份' };
      const answer = await (await desk.as(role)).ask(RevealPersonalDataDocument, { input });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('lies encrypted in the database and never in the log of actions', async () => {
    const { idNumber, phone, name } = applicant.person;
    const rows = await api.db.query<Record<string, unknown>[]>(
      'SELECT * FROM application WHERE id = ?',
      [applicant.id],
    );
    const log = await api.db.query<Record<string, unknown>[]>(
      'SELECT details FROM audit_log WHERE subject_id = ?',
      [applicant.id],
    );
    const cells = [...rows, ...log].flatMap((row) => Object.values(row));
    const stored = cells
      .map((cell) => (Buffer.isBuffer(cell) ? cell.toString('latin1') : JSON.stringify(cell)))
      .join('\n');
    for (const secret of [idNumber, phone, name]) expect(stored).not.toContain(secret);
  });

  it('is open to its owner only masked too, so that a look over the shoulder shows little', async () => {
    const page = JSON.stringify(await applicant.page());
    expect(page).not.toContain(applicant.person.idNumber);
  });

  it('of a paper is served to staff under an address that ends', async () => {
    const { slots } = await desk.page(applicant.id);
    const papers = slots.filter(({ requirement }) =>
      PAPERS.some((slot) => slot === requirement.slot),
    );
    expect(papers).toHaveLength(PAPERS.length);
    const url = papers[0]?.attachment?.url ?? '';
    expect((await api.browser().fetch(url)).status).toBe(200);
    expect((await api.browser().fetch(forged(url))).status).toBe(404);
  });
});
