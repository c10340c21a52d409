import { applicationType, signedSlotOf, type ApplicationType } from '@kaopu/domain';
import { signedInCandidate, type SignedIn } from '../../builders/accounts.js';
import {
  answer,
  application,
  caseOf,
  COMMON_ANSWERS,
  startedCase,
  TESTING_ANSWERS,
} from '../../builders/cases.js';
import { certificate } from '../../builders/certificates.js';
import { putPapers } from '../../builders/drafts.js';
import { aPlan } from '../../builders/plans.js';
import {
  aHolder,
  begun,
  done,
  PAPERS,
  REISSUE_ANSWERS,
  save,
  upload,
  type RequestType,
} from '../../builders/requests.js';
import type { ApiHarness } from '../../support/api-harness.js';

/** A draft that could be handed in as it is. */
export interface PreparedCase {
  readonly type: ApplicationType;
  readonly id: string;
  readonly owner: SignedIn;
  /** Of its own, so that seats are counted for this case alone; null for a request about a certificate. */
  readonly planId: string | null;
  readonly institutionCode: string;
}

/** What a type asks for beside what it proposes itself. */
interface Recipe {
  readonly itemCode: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The person has a certificate for the item that is due for renewal. */
  readonly isHeld: boolean;
  readonly institutionCode?: string;
}

const EXPERIENCE = {
  workYears: 6,
  workRecords: [{ from: '2020-01-06', to: null, unit: '演示检测有限公司', kind: 'TESTING' }],
};
const EXEMPTION = { continuousWork: true, noPenalty: true, continuingEducation: true };
/** Failed somewhere else, which the slip proves: so no exam of ours has to come first. */
const RESIT = { previousExamDate: '2026-05-11', resitSubjects: ['T2', 'P1'] };

const RECIPES: Readonly<Record<string, Recipe>> = {
  'inspection-renewal': {
    itemCode: 'DT-Y',
    answers: { ...COMMON_ANSWERS, inspectionNature: 'PERIODIC' },
    isHeld: true,
  },
  'testing-initial': {
    itemCode: 'RT-I',
    answers: { ...TESTING_ANSWERS, ...EXPERIENCE },
    isHeld: false,
  },
  'testing-exempt-renewal': {
    itemCode: 'MT-II',
    answers: { ...TESTING_ANSWERS, ...EXEMPTION },
    isHeld: true,
  },
  'testing-exam-renewal': { itemCode: 'RT-I', answers: TESTING_ANSWERS, isHeld: true },
  'testing-initial-resit': {
    itemCode: 'UT-II',
    answers: { ...TESTING_ANSWERS, ...RESIT },
    isHeld: false,
  },
  'testing-renewal-resit': {
    itemCode: 'UT-II',
    answers: { ...TESTING_ANSWERS, ...RESIT },
    isHeld: true,
  },
  'type-test-renewal': {
    itemCode: 'XS-AQ',
    answers: COMMON_ANSWERS,
    isHeld: true,
    institutionCode: 'EI-00',
  },
};

const REQUEST_ANSWERS: Readonly<Record<RequestType, Readonly<Record<string, unknown>>>> = {
  'certificate-reissue': REISSUE_ANSWERS,
  'certificate-change': {
    newEmployer: '演示新单位',
    changeReason: '证书上的单位已变更。',
    deliveryMethod: 'PICK_UP',
  },
};

const isRequest = (code: string): code is RequestType => Object.hasOwn(REQUEST_ANSWERS, code);

/** A complete draft of the type, of a person nobody else has to do with. */
export function preparedCase(api: ApiHarness, code: string): Promise<PreparedCase> {
  return isRequest(code) ? preparedRequest(api, code) : preparedApplication(api, code);
}

async function preparedRequest(api: ApiHarness, code: RequestType): Promise<PreparedCase> {
  const { holder: owner, held } = await aHolder(api);
  const id = await begun(owner, held.id, code);
  done(await save(owner, id, REQUEST_ANSWERS[code]));
  for (const slot of PAPERS[code]) done(await upload(owner, id, slot));
  return { type: applicationType(code), id, owner, planId: null, institutionCode: 'EI-34' };
}

async function preparedApplication(api: ApiHarness, code: string): Promise<PreparedCase> {
  const recipe = RECIPES[code];
  if (!recipe) throw new Error(`No recipe for ${code}.`);
  const type = applicationType(code);
  const { itemCode, answers, isHeld, institutionCode = 'EI-34' } = recipe;
  const owner = isHeld ? await holderOf(api, itemCode) : await signedInCandidate(api);
  const plan = await aPlan(api, {
    institutionCode,
    itemCodes: [itemCode],
    registrationTypes: [type.registrationType],
    examFrom: null,
    examTo: null,
  });
  const { id } = await startedCase(owner, code, itemCode);
  application(await answer(owner, id, answers, plan.id));
  const { slots } = await caseOf(owner, id);
  const asked = slots
    .map(({ requirement }) => requirement)
    .filter(({ required, afterSubmission }) => required && !afterSubmission);
  await putPapers(
    api,
    id,
    owner.accountId,
    asked.map(({ slot }) => slot),
  );
  return { type, id, owner, planId: plan.id, institutionCode };
}

async function holderOf(api: ApiHarness, itemCode: string): Promise<SignedIn> {
  const candidate = await signedInCandidate(api);
  const { name, idNumber, sex, birthDate, employer } = candidate.person;
  await certificate(api, {
    holderAccountId: candidate.accountId,
    holder: { name, idNumber, sex, birthDate, employer },
    items: [
      {
        itemCode,
        firstIssueDate: '2016-03-01',
        approvalDate: '2022-03-01',
        validFrom: '2022-03-01',
        validTo: '2027-02-28',
        restriction: null,
      },
    ],
  });
  return candidate;
}

/** A paper every case of the type has before it is handed in, other than photo and signed form. */
export function paperOf({ slots, forms }: ApplicationType): string {
  const signed = signedSlotOf({ forms });
  const found = slots.find(
    ({ code, need, asked, phase }) =>
      code !== signed &&
      code !== 'PHOTO' &&
      need === 'REQUIRED' &&
      asked === 'ALWAYS' &&
      phase === 'BEFORE_SUBMIT',
  );
  if (!found) throw new Error('The type asks for no paper.');
  return found.code;
}
