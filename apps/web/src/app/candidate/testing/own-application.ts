import { applicationType } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

type Answered = Readonly<Record<keyof ApplicationDetailFragment | '__typename', unknown>>;

const INITIAL: Answered = {
  __typename: 'Application',
  id: 'a1',
  number: 'DEMO-1',
  type: 'testing-initial',
  registrationType: 'INITIAL',
  status: 'DRAFT',
  version: 1,
  dataVersion: 1,
  planChosenBy: 'BY_CANDIDATE',
  statusLine: '草稿',
  nextStep: '',
  createdAt: '2026-11-24T02:00:00.000Z',
  submittedAt: null,
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
  item: {
    __typename: 'Item',
    code: 'MT-I',
    name: '磁粉检测Ⅰ级',
    nameEn: 'MT level I',
    track: 'TESTING',
    level: 'I',
    method: 'MT',
    subjects: [],
  },
  plan: null,
  answers: {},
  person: {},
  writableFields: [],
  formUrl: null,
  formContentHash: null,
  signedForm: null,
  whyNot: [],
  verdicts: [],
  slots: [],
  statedItems: [],
  results: [],
  certificate: null,
  timeline: [],
  milestones: [],
  certificateRequest: null,
};

/** For specs: a draft of a type as the server answers its owner, invented; everything typed is open unless said otherwise. */
export function ownApplication(type: string, changes: object = {}): Answered {
  const { registrationType, fields } = applicationType(type);
  const typed = fields.filter(({ source, writer }) => source === 'ANSWER' && writer === undefined);
  const writableFields = typed.map(({ id }) => id);
  return { ...INITIAL, type, registrationType, writableFields, ...changes };
}
