import {
  signedSlotOf,
  type ApplicationAction,
  type ApplicationType,
  type ErrorCode,
} from '@kaopu/domain';
import type { SignedIn } from '../../builders/accounts.js';
import { asUpload, photoJpeg } from '../../builders/files.js';
import type { TestFile } from '../../support/api-client.js';

/** What a request needs to know of the case it is about, as somebody would see it now. */
export interface Target {
  readonly id: string;
  readonly type: ApplicationType;
  readonly version: number;
  /** A paper that is handed in before submission. */
  readonly paper: string;
  /** Stands for what of that paper the desk has before it. */
  readonly seen: string;
  /** The plan it has already; null for a request about a certificate. */
  readonly planId: string | null;
  /** Subjects that are sat. */
  readonly subjects: readonly string[];
  /** What is decided about, and what is printed; null while there is none. */
  readonly line: Versioned | null;
  readonly certificate: Versioned | null;
  readonly idempotencyKey: string;
}

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * What came of a request: it was done, it was refused by a member of the answer's union, or it ended
 * in an error, which tells no more than its code.
 */
export type Outcome = 'done' | `refused ${ErrorCode}` | `error ${ErrorCode}`;

/** One request by which an action is taken. */
export interface Way {
  /** Name in the schema. */
  readonly mutation: string;
  /** What it names: the case itself, or what came of it. */
  readonly about: 'CASE' | 'LINE' | 'CERTIFICATE';
  readonly send: (who: SignedIn, target: Target) => Promise<Outcome>;
}

/** Long enough for every rule about reasons; demonstration only. */
const REASON = '演示理由';
const NOBODY = '00000000-0000-7000-8000-000000000000';

const command = ({ id, version, idempotencyKey }: Target) => ({
  applicationId: id,
  version,
  idempotencyKey,
});

type Input = Readonly<Record<string, unknown>>;

function way(
  mutation: string,
  input: (target: Target) => Input,
  about: Way['about'] = 'CASE',
  file?: () => Promise<TestFile>,
): Way {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = file
    ? `mutation ($input: ${inputType}, $file: Upload!) { ${mutation}(input: $input, file: $file) { ${ANSWER} } }`
    : `mutation ($input: ${inputType}) { ${mutation}(input: $input) { ${ANSWER} } }`;
  return {
    mutation,
    about,
    send: async (who, target) => {
      const variables = { input: input(target) };
      return outcomeOf(await who.ask<Sent, unknown>(document, variables, await file?.()));
    },
  };
}

/** Small, for it is searched for the code of a form in every state. */
async function aPicture(): Promise<TestFile> {
  picture ??= photoJpeg({ width: 60, height: 80 });
  return asUpload(await picture, '扫描件.jpg', 'image/jpeg');
}
let picture: ReturnType<typeof photoJpeg> | undefined;

const ANSWER = '__typename ... on UserError { code }';
type Sent = Readonly<Record<string, { readonly __typename: string; readonly code?: ErrorCode }>>;

function outcomeOf(answer: Awaited<ReturnType<SignedIn['ask']>>): Outcome {
  const [error] = answer.errors ?? [];
  if (error) return `error ${error.extensions.code as ErrorCode}`;
  const [result] = Object.values((answer.data ?? {}) as Sent);
  return result?.code === undefined ? 'done' : `refused ${result.code}`;
}

/** Moves that need no data but a reason share one mutation. */
export const act = (action: ApplicationAction): Way =>
  way('actOnApplication', (target) => ({ ...command(target), action, reason: REASON }));

const put = (slot: (target: Target) => string): Way =>
  way(
    'uploadAttachment',
    (target) => {
      const { applicationId, idempotencyKey } = command(target);
      return { applicationId, idempotencyKey, slot: slot(target) };
    },
    'CASE',
    aPicture,
  );

const takeAway = (slot: (target: Target) => string): Way =>
  way('removeAttachment', (target) => ({ ...command(target), slot: slot(target) }));

const decideLine = (decision: 'APPROVE' | 'RETURN' | 'REJECT'): Way =>
  way(
    'decideIssueLine',
    ({ line, idempotencyKey }) => ({
      lineId: line?.id ?? NOBODY,
      version: line?.version ?? 1,
      idempotencyKey,
      decision,
      reason: REASON,
    }),
    'LINE',
  );

const advance = (step: 'MARK_PRINTED' | 'MARK_DELIVERED'): Way =>
  way(
    'advanceCertificate',
    ({ certificate, idempotencyKey }) => ({
      certificateId: certificate?.id ?? NOBODY,
      version: certificate?.version ?? 1,
      idempotencyKey,
      step,
    }),
    'CERTIFICATE',
  );

const paper = ({ paper: slot }: Target): string => slot;
const form = ({ type }: Target): string => signedSlotOf(type) ?? '';

/** Another picture in the place of what was there. */
export const PUT_PAPER = put(paper);
export const PUT_FORM = put(form);

const SUBMIT = way('submitApplication', (target) => ({ ...command(target), truthDeclared: true }));

/** An answer of every type, as it is already. */
const SAVE = way('saveAnswers', (target) => ({ ...command(target), answers: [] }));

/** An objection: where the desk may return a case it may judge, and nowhere else. */
const JUDGE = way('setVerdicts', (target) => ({
  ...command(target),
  verdicts: [
    {
      targetKind: 'SLOT',
      target: target.paper,
      seen: target.seen,
      ok: false,
      reasonCode: 'FILE_STAMP_MISSING',
    },
  ],
}));

const ASSIGN = way('assignPlan', (target) => ({
  ...command(target),
  planId: target.planId ?? NOBODY,
}));

const RECORD = way('enterResults', (target) => ({
  ...command(target),
  subjects: target.subjects.map((subjectCode) => ({
    subjectCode,
    outcome: 'PRESENT',
    score: '85',
  })),
}));

const FORWARD = way('forwardApplications', ({ id, version, idempotencyKey }) => ({
  idempotencyKey,
  applications: [{ id, version }],
}));

/** Every request by which each action is taken; the last one moves the case where others do not. */
export const WAYS: Readonly<Record<ApplicationAction, readonly [Way, ...Way[]]>> = {
  EDIT: [SAVE, PUT_PAPER, takeAway(paper)],
  SUBMIT: [SUBMIT],
  RESUBMIT: [SUBMIT],
  UPLOAD_SIGNED_FORM: [PUT_FORM, takeAway(form)],
  WITHDRAW: [act('WITHDRAW')],
  DELETE: [act('DELETE')],
  RESTORE: [act('RESTORE')],
  EXPIRE: [act('EXPIRE')],
  START_REVIEW: [act('START_REVIEW')],
  RETURN: [JUDGE, act('RETURN')],
  ACCEPT: [act('ACCEPT')],
  ASSIGN_PLAN: [ASSIGN],
  SCHEDULE: [act('SCHEDULE')],
  RECORD_RESULTS: [RECORD],
  PUBLISH_RESULTS: [way('publishResults', command)],
  QUEUE_FORWARD: [act('QUEUE_FORWARD')],
  FORWARD: [FORWARD],
  ISSUER_RETURN: [decideLine('RETURN')],
  APPROVE: [decideLine('APPROVE')],
  REJECT: [decideLine('REJECT')],
  MARK_PRINTED: [advance('MARK_PRINTED')],
  MARK_DELIVERED: [advance('MARK_DELIVERED')],
};

/**
 * Mutations that change no case there is: nobody's place in a workflow decides about them. A new
 * mutation belongs here or above; the test asks for it.
 */
export const BESIDE_CASES: readonly string[] = [
  // Of a case that is only begun by it.
  'startApplication',
  'startCertificateRequest',
  // A code for the phone: what the phone brings reaches its slot by `uploadAttachment` alone.
  'startSlotUpload',
  'startPhotoUpload',
  'renewUpload',
  'sendUploadLink',
  'finishUpload',
  'cancelUpload',
  // The standing of a certificate; a case that is about it or waits for it is looked at by its own rules.
  'proposeStanding',
  'decideStanding',
  'withdrawStanding',
  // Reads, audited.
  'revealPersonalData',
  'verifyPublic',
  // Accounts, profiles and sessions; a case holds its own copy of the person.
  'changePassword',
  'changePhone',
  'confirmSecondFactor',
  'explainProfilePhoto',
  'explainRegistrationPhoto',
  'logIn',
  'logInByCode',
  'logInStaff',
  'logOut',
  'logOutOthers',
  'markInboxRead',
  'refreshSession',
  'register',
  'requestCaptcha',
  'requestLogInCode',
  'requestPasswordCode',
  'requestPhoneChangeCode',
  'requestProofOfWork',
  'requestRegistrationCode',
  'resetPassword',
  'saveRegistrationDraft',
  'updateNoticePreferences',
  'updateProfile',
  'updateProfilePhoto',
  'uploadRegistrationPhoto',
  'verifyRegistrationCode',
  // Other systems.
  'createApiClient',
  'revokeApiClient',
  // Rules that are data.
  'planRuleChange',
  'withdrawRuleChange',
];
