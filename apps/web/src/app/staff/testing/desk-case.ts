/** For specs: one case as the server answers the desk, invented. */
const ITEM = {
  __typename: 'Item',
  code: 'RT-I',
  name: '射线胶片照相检测',
  nameEn: 'Film radiography',
  track: 'TESTING',
  level: 'I',
  method: 'RT',
  subjects: [],
};

export const PLAN = {
  __typename: 'Plan',
  id: 'p1',
  planNo: 'P-1',
  name: '演示计划',
  track: 'TESTING',
  itemCodes: ['RT-I'],
  registrationTypes: ['INITIAL'],
  registrationFrom: '2026-11-01',
  registrationTo: '2026-12-10',
  examFrom: '2027-01-10',
  examTo: '2027-01-12',
  resultDue: null,
  seatsTotal: 100,
  seatsLeft: 40,
  status: 'REGISTRATION_OPEN',
  institution: { __typename: 'Institution', code: 'DEMO', name: '演示考试机构', phone: null },
  sites: [],
};

/** A material row, filled or empty. */
export function slot(code: string, settings: { name: string; required: boolean; file?: boolean }) {
  const { name, required, file = true } = settings;
  return {
    __typename: 'SlotState',
    writable: false,
    verdict: null,
    requirement: {
      __typename: 'SlotRequirement',
      slot: code,
      name,
      required,
      afterSubmission: false,
      extensions: ['jpg'],
      maxBytes: 1,
      redRemark: '',
      reason: null,
    },
    attachment: file
      ? {
          __typename: 'Attachment',
          id: `file-${code}`,
          slot: code,
          fileName: '扫描件.jpg',
          byteSize: 1,
          mimeType: 'image/jpeg',
          pageCount: null,
          url: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
          uploadedAt: '2026-11-24T02:00:00.000Z',
          versionNo: 1,
          note: null,
          photoChecks: [],
        }
      : null,
  };
}

/** A target that can be judged; `seen` stands for what it holds. */
export const target = (
  targetKind: 'FIELD' | 'SLOT',
  name: string,
  seen: string,
  due = true,
): object => ({ __typename: 'ReviewTarget', targetKind, target: name, due, seen });

/** Under review by a reviewer, with one file, one empty optional row and one answer. */
export function deskCase(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Application',
    id: 'a1',
    number: 'A-1',
    type: 'testing-initial',
    registrationType: 'INITIAL',
    status: 'UNDER_REVIEW',
    version: 7,
    dataVersion: 1,
    planChosenBy: 'BY_CANDIDATE',
    statusLine: '审核中',
    nextStep: null,
    createdAt: '2026-11-24T02:00:00.000Z',
    submittedAt: '2026-11-24T02:00:00.000Z',
    returnDueAt: null,
    updatedAt: '2026-11-24T02:00:00.000Z',
    allowedActions: [],
    flags: {
      __typename: 'ApplicationFlags',
      signedFormMissing: false,
      signedFormStale: false,
      returnOpen: false,
      heldItemsDiffer: false,
      resultsFromElsewhere: false,
    },
    item: ITEM,
    plan: PLAN,
    answers: { workYears: 6 },
    person: { name: '演示考生' },
    writableFields: [],
    formUrl: null,
    formContentHash: null,
    signedForm: null,
    whyNot: [
      { __typename: 'WhyNot', action: 'RETURN', message: '还没有退回的结论' },
      { __typename: 'WhyNot', action: 'ACCEPT', message: '还有没给结论的内容' },
    ],
    verdicts: [],
    slots: [
      slot('DIPLOMA', { name: '毕业证书', required: true }),
      slot('EDU_REPORT', { name: '学历验证报告', required: false, file: false }),
    ],
    statedItems: [],
    results: [],
    certificate: null,
    certificateRequest: null,
    milestones: [],
    timeline: [],
    applicantName: '演示考生',
    applicantIdNumber: '3401**********0006',
    waitingDays: 0,
    reviewerName: '演示人员',
    reviewTargets: [
      target('SLOT', 'DIPLOMA', 'diploma-1'),
      target('SLOT', 'EDU_REPORT', 'nothing', false),
      target('FIELD', 'workYears', 'six'),
    ],
    ...changes,
  };
}

/** How the rules answer the case: one is for staff to check. */
export const STANDING = {
  application: {
    __typename: 'Application',
    id: 'a1',
    eligibility: {
      __typename: 'EligibilityReport',
      eligible: true,
      slots: [],
      resit: null,
      renewal: null,
      verdicts: [
        verdict('AGE', 'YES', '年龄符合。'),
        verdict('HOLDS_ITEM', 'STAFF', '请核对证书。'),
      ],
    },
  },
};

function verdict(ruleCode: string, answer: 'YES' | 'STAFF', message: string) {
  return {
    __typename: 'EligibilityVerdict',
    ruleCode,
    clause: '演示条款',
    answer,
    message,
    remedy: null,
  };
}

/** A few reasons of the catalogue, one of each kind. */
export const REASONS = {
  returnReasons: [
    reason('FILE_UNREADABLE', 'SLOT', '图片模糊或无法打开', {}),
    reason('FIELD_UNCLEAR', 'FIELD', '此项填写不清楚', { needsNote: true }),
    reason('CONDITIONS_NOT_MET', 'FIELD', '不符合报考条件', { correctable: false }),
  ],
};

function reason(
  code: string,
  targetKind: 'FIELD' | 'SLOT',
  textZh: string,
  { needsNote = false, correctable = true }: { needsNote?: boolean; correctable?: boolean },
) {
  return {
    __typename: 'ReturnReason',
    code,
    targetKind,
    target: '*',
    correctable,
    textZh,
    textEn: textZh,
    needsNote,
    deadlineDays: 30,
  };
}

/** A list with one page. */
export const listOf = (...nodes: readonly object[]) => ({
  __typename: 'Connection',
  totalCount: nodes.length,
  totalCapped: false,
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  edges: nodes.map((node, index) => ({ __typename: 'Edge', cursor: String(index), node })),
});
