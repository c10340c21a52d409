import { applicationType } from '@kaopu/domain';
import { describe, expect, it } from 'vitest';

import type { ApplicationFacts } from './application-data.js';
import { applicationTasks } from './application-tasks.js';

const COMPLETE = {
  testingNature: 'PERIODIC',
  workYears: 3,
  workRecords: [{ from: '2020-01-01', to: null, unit: '演示检测公司', kind: 'TESTING' }],
  nearVisionLeft: '5.0',
  nearVisionRight: '5.0',
  colourVision: 'NORMAL',
  visionExamDate: '2026-03-01',
  lowerCertificateNo: 'DEMO-1',
  lowerCertificateFirstIssueDate: '2022-01-01',
  lowerCertificateValidTo: '2028-01-01',
  deliveryMethod: 'POST',
};

const FIELDS = applicationType('testing-initial').fields.map(({ id }) => id);
const PLAN = {
  id: 'p1',
  planNo: 'P-1',
  name: '演示计划',
  examFrom: null,
  examTo: null,
  track: 'TESTING',
  itemCodes: [],
  registrationTypes: [],
  registrationFrom: '2026-01-01',
  registrationTo: '2026-02-01',
  resultDue: null,
  seatsTotal: 1,
  seatsLeft: 1,
  status: 'OPEN',
  institution: { code: 'D', name: '演示机构', phone: null },
  sites: [],
} as const;

type Slot = ApplicationFacts['slots'][number];
type Fix = ApplicationFacts['verdicts'][number];

function slot(code: string, settings: { required?: boolean; present?: boolean } = {}): Slot {
  const { required = true, present = true } = settings;
  return {
    writable: true,
    verdict: null,
    requirement: {
      slot: code,
      name: code,
      required,
      afterSubmission: code === 'FORM_SIGNED',
      extensions: ['pdf'],
      maxBytes: 1,
      redRemark: '',
      reason: null,
    },
    attachment: present
      ? {
          id: code,
          slot: code,
          fileName: 'a.pdf',
          byteSize: 1,
          mimeType: 'application/pdf',
          pageCount: 1,
          url: '/a',
          uploadedAt: '2026-01-01T00:00:00Z',
          versionNo: 1,
          note: null,
          photoChecks: [],
        }
      : null,
  };
}

function fix(targetKind: 'FIELD' | 'SLOT', target: string, stale = false): Fix {
  return { targetKind, target, ok: false, stale, reasonCode: 'X', reasonText: 'x', note: null };
}

const FLAGS = {
  signedFormMissing: false,
  signedFormStale: false,
  returnOpen: false,
  heldItemsDiffer: false,
  resultsFromElsewhere: false,
} as const;

type Request = NonNullable<ApplicationFacts['certificateRequest']>;

/** A change of a certificate with everything typed and handed in. */
function change(changes: Request['changes'], more: Partial<ApplicationFacts> = {}) {
  return draft({
    type: 'certificate-change',
    answers: { newName: '演示新名', changeReason: '改名', deliveryMethod: 'POST' },
    writableFields: applicationType('certificate-change').fields.map(({ id }) => id),
    slots: [slot('CHANGE_PROOF'), slot('CHANGE_FORM')],
    plan: null,
    planChosenBy: 'NONE',
    certificateRequest: {
      certificate: {
        id: 'c1',
        number: 'YS-1',
        status: 'VALID',
        issuedAt: '2026-01-01T00:00:00Z',
        authority: { code: 'P34', name: '演示发证机关' },
        items: [],
        replacedBy: null,
      },
      holder: { name: '演示', sex: 'MALE', idNumber: '1', employer: '演示', items: [] },
      changes,
    },
    ...more,
  });
}

const NEW_NAME = {
  fieldId: 'newName',
  label: '姓名',
  itemCode: null,
  before: '演示',
  after: '演示新名',
  proof: '户口簿',
} as const;

function draft(change: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    type: 'testing-initial',
    status: 'DRAFT',
    answers: COMPLETE,
    writableFields: FIELDS,
    slots: [slot('ID_COPY'), slot('LOWER_CERT'), slot('FORM_SIGNED', { present: false })],
    verdicts: [],
    plan: PLAN,
    planChosenBy: 'BY_CANDIDATE',
    certificateRequest: null,
    flags: FLAGS,
    ...change,
  };
}

function statuses(application: ApplicationFacts): Readonly<Record<string, string>> {
  return Object.fromEntries(applicationTasks(application).map(({ id, status }) => [id, status]));
}

describe('applicationTasks', () => {
  it('follows the order of the declaration and ends with checking', () => {
    expect(applicationTasks(draft()).map(({ id }) => id)).toEqual([
      'testing',
      'work',
      'vision',
      'lowerCertificate',
      'delivery',
      'materials',
      'plan',
      'check',
    ]);
  });

  it('asks for no plan where the desk assigns it', () => {
    const tasks = applicationTasks(draft({ plan: null, planChosenBy: 'BY_STAFF' }));
    expect(tasks.map(({ id }) => id)).not.toContain('plan');
    expect(tasks.at(-1)).toMatchObject({ id: 'check', status: 'todo' });
  });

  it('opens checking only when everything else is done', () => {
    expect(statuses(draft())['check']).toBe('todo');
    for (const open of [
      draft({ plan: null }),
      draft({ answers: { ...COMPLETE, testingNature: null } }),
      draft({ slots: [slot('ID_COPY', { present: false })] }),
    ]) {
      expect(statuses(open)['check']).toBe('blocked');
      expect(applicationTasks(open).at(-1)?.open).toBe(false);
    }
  });

  it('asks for the lower certificate only when its document is required', () => {
    const notNeeded = draft({ slots: [slot('LOWER_CERT', { required: false, present: false })] });
    expect(statuses(notNeeded)).not.toHaveProperty('lowerCertificate');
  });

  it('tells a started section from an untouched one', () => {
    const { testingNature, nearVisionLeft } = COMPLETE;
    const some = statuses(draft({ answers: { testingNature, nearVisionLeft } }));
    expect(some).toMatchObject({ testing: 'done', vision: 'started', work: 'todo' });
  });

  it('does not wait for the signed form before submission', () => {
    expect(statuses(draft())['materials']).toBe('done');
  });

  it('marks refused parts until they are touched, and opens only what may be changed', () => {
    const returned = draft({
      status: 'RETURNED',
      writableFields: ['visionExamDate'],
      verdicts: [fix('FIELD', 'visionExamDate'), fix('SLOT', 'ID_COPY')],
    });
    expect(statuses(returned)).toMatchObject({
      vision: 'returned',
      materials: 'returned',
      testing: 'done',
      check: 'blocked',
    });
    const open = applicationTasks(returned).filter((task) => task.open);
    expect(open.map(({ id }) => id)).toEqual(['vision', 'materials']);

    const corrected = draft({
      status: 'RETURNED',
      verdicts: [fix('FIELD', 'visionExamDate', true), fix('SLOT', 'ID_COPY', true)],
    });
    expect(statuses(corrected)).toMatchObject({ vision: 'done', check: 'todo' });
  });

  it('has nothing to submit after submission', () => {
    expect(statuses(draft({ status: 'SUBMITTED' }))).not.toHaveProperty('check');
  });

  it('opens what follows from our own results for reading, and counts it as done', () => {
    const tasks = applicationTasks(
      draft({
        type: 'testing-initial-resit',
        writableFields: [],
        answers: {
          previousExamNo: '202603-000001',
          previousExamDate: '2026-03-10',
          resitSubjects: ['P1'],
        },
      }),
    );
    expect(tasks.find(({ id }) => id === 'resit')).toMatchObject({ status: 'done', open: true });
    expect(tasks.find(({ id }) => id === 'vision')).toMatchObject({ status: 'todo', open: false });
  });

  it('lets a change be checked once a value differs from the certificate', () => {
    expect(statuses(change([NEW_NAME]))).toMatchObject({ change: 'done', check: 'todo' });
    expect(statuses(change([]))).toMatchObject({ change: 'started', check: 'blocked' });
  });

  it('asks for the form again when something changed after it was signed', () => {
    const stale = change([NEW_NAME], { flags: { ...FLAGS, signedFormStale: true } });
    expect(statuses(stale)).toMatchObject({ materials: 'started', check: 'blocked' });
  });
});
