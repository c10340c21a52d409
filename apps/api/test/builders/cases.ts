import {
  ActOnApplicationDocument,
  AdvanceCertificateDocument,
  ApplicationPageDocument,
  ApplicationPlanChoicesDocument,
  DecideIssueLineDocument,
  EnterResultsDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  PublishResultsDocument,
  ReviewPageDocument,
  SaveAnswersDocument,
  SetVerdictsDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
  type ApplicationAction,
  type ApplicationDetailFragment,
  type ReviewPageQuery,
} from '@kaopu/graphql';
import type { Role } from '../../src/platform/access/actor.js';
import type { ApiHarness } from '../support/api-harness.js';
import { signedInStaff, type SignedIn } from './accounts.js';
import { asUpload, photoJpeg, scanPdf } from './files.js';

let keys = 0;
export const newKey = (): string => `case-${String(++keys)}-key`;

const INSTITUTION_ROLES = [
  'REVIEWER',
  'PLAN_CLERK',
  'RESULT_CLERK',
  'RESULT_PUBLISHER',
  'FORWARDER',
] as const satisfies readonly Role[];
const AUTHORITY_ROLES = ['AUTHORITY_APPROVER', 'PRINTER'] as const satisfies readonly Role[];

/** Somebody for every role a case meets. */
export type Desk = Readonly<
  Record<(typeof INSTITUTION_ROLES)[number] | (typeof AUTHORITY_ROLES)[number], SignedIn>
>;

/** One person per role, of one institution and one authority. */
export async function aDesk(
  api: ApiHarness,
  institutionCode = 'EI-34',
  authorityCode = 'P34',
): Promise<Desk> {
  const members = await Promise.all([
    ...INSTITUTION_ROLES.map(async (role) => [
      role,
      await signedInStaff(api, [role], { institutionCode }),
    ]),
    ...AUTHORITY_ROLES.map(async (role) => [
      role,
      await signedInStaff(api, [role], { authorityCode }),
    ]),
  ]);
  return Object.fromEntries(members) as Desk;
}

/** Answers every type asks for, beside what it proposes itself. */
export const COMMON_ANSWERS = { deliveryMethod: 'PICK_UP' };
export const TESTING_ANSWERS = {
  ...COMMON_ANSWERS,
  testingNature: 'PERIODIC',
  nearVisionLeft: '5.0',
  nearVisionRight: '5.1',
  colourVision: 'NORMAL',
  visionExamDate: '2026-10-20',
};

export const startCase = async (candidate: SignedIn, type: string, itemCode: string) =>
  (
    await candidate.send(StartApplicationDocument, {
      input: { idempotencyKey: newKey(), type, itemCode },
    })
  ).startApplication;

/** @throws Error for a refusal. */
export async function startedCase(
  candidate: SignedIn,
  type: string,
  itemCode: string,
): Promise<ApplicationDetailFragment> {
  return application(await startCase(candidate, type, itemCode));
}

export const caseOf = async (who: SignedIn, id: string): Promise<ReviewPageQuery['application']> =>
  (await who.send(ReviewPageDocument, { id })).application;

export async function answer(
  candidate: SignedIn,
  id: string,
  answers: Readonly<Record<string, unknown>>,
  planId: string | null = null,
) {
  const { version } = await caseOf(candidate, id);
  const { saveAnswers } = await candidate.send(SaveAnswersDocument, {
    input: {
      applicationId: id,
      version,
      idempotencyKey: newKey(),
      answers: Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value })),
      planId,
    },
  });
  return saveAnswers;
}

export async function upload(candidate: SignedIn, id: string, slot: string): Promise<void> {
  const file =
    slot === 'PHOTO'
      ? asUpload(await photoJpeg(), 'photo.jpg', 'image/jpeg')
      : asUpload(scanPdf(1, slot), `${slot}.pdf`, 'application/pdf');
  const variables = {
    input: { applicationId: id, slot, idempotencyKey: newKey() },
    // The file travels beside the JSON, which holds its place only.
    file: new File([], file.name),
  };
  const { uploadAttachment } = await candidate.send(UploadAttachmentDocument, variables, file);
  application(uploadAttachment);
}

export async function submit(candidate: SignedIn, id: string) {
  const { version } = await caseOf(candidate, id);
  const { submitApplication } = await candidate.send(SubmitApplicationDocument, {
    input: { applicationId: id, version, idempotencyKey: newKey(), truthDeclared: true },
  });
  return submitApplication;
}

/** Starts a case, fills it in, uploads every paper it asks for, chooses the first open plan, submits and signs. */
export async function filedCase(
  candidate: SignedIn,
  about: { type: string; itemCode: string; answers: Readonly<Record<string, unknown>> },
): Promise<ApplicationDetailFragment> {
  const { id } = await startedCase(candidate, about.type, about.itemCode);
  application(await answer(candidate, id, about.answers));
  const draft = await caseOf(candidate, id);
  for (const { requirement, attachment } of draft.slots) {
    if (requirement.required && !requirement.afterSubmission && !attachment) {
      await upload(candidate, id, requirement.slot);
    }
  }
  const { application: open } = await candidate.send(ApplicationPlanChoicesDocument, { id });
  const choice = open.planChoices.find(({ selectable }) => selectable);
  if (choice) application(await answer(candidate, id, {}, choice.plan.id));
  application(await submit(candidate, id));
  await upload(candidate, id, 'FORM_SIGNED');
  return caseOf(candidate, id);
}

export async function act(
  who: SignedIn,
  id: string,
  action: ApplicationAction,
): Promise<ApplicationDetailFragment> {
  const { version } = await caseOf(who, id);
  const { actOnApplication } = await who.send(ActOnApplicationDocument, {
    input: { applicationId: id, version, idempotencyKey: newKey(), action },
  });
  return application(actOnApplication);
}

/** Everything judged right and accepted. @returns the case as its candidate sees it. */
export async function accepted(
  desk: Desk,
  candidate: SignedIn,
  id: string,
): Promise<ApplicationDetailFragment> {
  const { REVIEWER: reviewer } = desk;
  await act(reviewer, id, 'START_REVIEW');
  const { version, reviewTargets } = await caseOf(reviewer, id);
  const { setVerdicts } = await reviewer.send(SetVerdictsDocument, {
    input: {
      applicationId: id,
      version,
      idempotencyKey: newKey(),
      verdicts: reviewTargets
        .filter(({ due }) => due)
        .map(({ targetKind, target, seen }) => ({ targetKind, target, seen, ok: true })),
    },
  });
  application(setVerdicts);
  await act(reviewer, id, 'ACCEPT');
  return caseOf(candidate, id);
}

/** Marks for every subject the case sits, entered by one person and published by another. */
export async function examined(
  desk: Desk,
  candidate: SignedIn,
  id: string,
  scores: Readonly<Record<string, string>> = {},
): Promise<ApplicationDetailFragment> {
  await act(desk.PLAN_CLERK, id, 'SCHEDULE');
  const { version, results } = await caseOf(desk.RESULT_CLERK, id);
  const { enterResults } = await desk.RESULT_CLERK.send(EnterResultsDocument, {
    input: {
      applicationId: id,
      version,
      idempotencyKey: newKey(),
      subjects: results.map(({ subjectCode }) => ({
        subjectCode,
        outcome: 'PRESENT',
        score: scores[subjectCode] ?? '85',
      })),
    },
  });
  if (enterResults.__typename !== 'ResultRow') throw new Error(JSON.stringify(enterResults));
  const { publishResults } = await desk.RESULT_PUBLISHER.send(PublishResultsDocument, {
    input: {
      applicationId: id,
      version: enterResults.application.version,
      idempotencyKey: newKey(),
    },
  });
  if (publishResults.__typename !== 'ResultRow') throw new Error(JSON.stringify(publishResults));
  return caseOf(candidate, id);
}

/** Forwarded, approved, printed and delivered. @returns the case as its candidate sees it. */
export async function issued(
  desk: Desk,
  candidate: SignedIn,
  id: string,
): Promise<ApplicationDetailFragment> {
  const { FORWARDER: forwarder, AUTHORITY_APPROVER: approver, PRINTER: printer } = desk;
  const waiting = await caseOf(forwarder, id);
  if (waiting.status === 'PASSED') await act(forwarder, id, 'QUEUE_FORWARD');
  const { version } = await caseOf(forwarder, id);
  const { forwardApplications } = await forwarder.send(ForwardApplicationsDocument, {
    input: { idempotencyKey: newKey(), applications: [{ id, version }] },
  });
  if (forwardApplications.__typename !== 'IssueBatch') {
    throw new Error(JSON.stringify(forwardApplications));
  }
  const { issueBatch } = await approver.send(IssueBatchDocument, { id: forwardApplications.id });
  const [line] = issueBatch.lines;
  const { decideIssueLine } = await approver.send(DecideIssueLineDocument, {
    input: {
      lineId: line?.id ?? '',
      version: line?.version ?? 0,
      idempotencyKey: newKey(),
      decision: 'APPROVE',
    },
  });
  if (decideIssueLine.__typename !== 'IssueLine' || !decideIssueLine.certificate) {
    throw new Error(JSON.stringify(decideIssueLine));
  }
  let { version: printed } = decideIssueLine.certificate;
  for (const step of ['MARK_PRINTED', 'MARK_DELIVERED'] as const) {
    const { advanceCertificate } = await printer.send(AdvanceCertificateDocument, {
      input: {
        certificateId: decideIssueLine.certificate.id,
        version: printed,
        idempotencyKey: newKey(),
        step,
      },
    });
    if (advanceCertificate.__typename !== 'Certificate') {
      throw new Error(JSON.stringify(advanceCertificate));
    }
    printed = advanceCertificate.version;
  }
  return (await candidate.send(ApplicationPageDocument, { id })).application;
}

/** The case of a result union. @throws Error with the refusal. */
export function application<Result extends { readonly __typename?: string }>(
  result: Result,
): Extract<Result, { readonly __typename?: 'Application' }> {
  if (result.__typename !== 'Application') throw new Error(JSON.stringify(result));
  return result as Extract<Result, { readonly __typename?: 'Application' }>;
}
