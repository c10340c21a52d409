import {
  ActOnApplicationDocument,
  ApplicationPageDocument,
  DecideIssueLineDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  ReviewPageDocument,
  SaveAnswersDocument,
  SetVerdictsDocument,
  StartCertificateRequestDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
  type ApplicationAction,
  type IssueDecision,
} from '@kaopu/graphql';
import type { CertificateEntry } from '../../src/certificates/certificate-register.js';
import type { ApiHarness } from '../support/api-harness.js';
import { signedInCandidate, signedInStaff, type SignedIn } from './accounts.js';
import { certificate } from './certificates.js';
import { asUpload, scanPdf } from './files.js';
import type { PersonSnapshot } from '../../src/profile/person/person-snapshot.js';

let keys = 0;
let scans = 0;
const idempotencyKey = (): string => `request-${String(++keys)}-key`;

export type RequestType = 'certificate-reissue' | 'certificate-change';

export const REISSUE_ANSWERS = {
  reissueReason: 'LOST',
  reissueStatement: '乘车时遗失，已登报声明。',
  deliveryMethod: 'PICK_UP',
};

/** The papers each request takes; the last one is its signed form. */
export const PAPERS: Readonly<Record<RequestType, readonly string[]>> = {
  'certificate-reissue': ['LOSS_STATEMENT', 'REISSUE_FORM'],
  'certificate-change': ['CHANGE_PROOF', 'CHANGE_FORM'],
};

/** A holder at a browser with a certificate for RT-II until 2031-01-31. */
export async function aHolder(
  api: ApiHarness,
  overrides: Partial<CertificateEntry> = {},
  person: Partial<PersonSnapshot> = {},
): Promise<{ holder: SignedIn & { person: PersonSnapshot }; held: CertificateEntry }> {
  const holder = await signedInCandidate(api, { person });
  const { name, idNumber, sex, birthDate, employer } = holder.person;
  const held = await certificate(api, {
    holderAccountId: holder.accountId,
    holder: { name, idNumber, sex, birthDate, employer },
    ...overrides,
  });
  return { holder, held };
}

/** Everybody who handles a request after its holder. */
export interface Offices {
  readonly reviewer: SignedIn;
  readonly forwarder: SignedIn;
  readonly approver: SignedIn;
  readonly printer: SignedIn;
}

export async function theOffices(api: ApiHarness): Promise<Offices> {
  const institution = { institutionCode: 'EI-34' };
  const authority = { authorityCode: 'P34' };
  return {
    reviewer: await signedInStaff(api, ['REVIEWER'], institution),
    forwarder: await signedInStaff(api, ['FORWARDER'], institution),
    approver: await signedInStaff(api, ['AUTHORITY_APPROVER'], authority),
    printer: await signedInStaff(api, ['PRINTER'], authority),
  };
}

export const begin = async (holder: SignedIn, certificateId: string, type: RequestType) =>
  (
    await holder.send(StartCertificateRequestDocument, {
      input: { certificateId, type, idempotencyKey: idempotencyKey() },
    })
  ).startCertificateRequest;

/** @throws Error when it was refused. */
export async function begun(
  holder: SignedIn,
  certificateId: string,
  type: RequestType,
): Promise<string> {
  const started = await begin(holder, certificateId, type);
  if (started.__typename !== 'Application') throw new Error(JSON.stringify(started));
  return started.id;
}

export const read = async (who: SignedIn, id: string) =>
  (await who.send(ApplicationPageDocument, { id })).application;

export const readAsStaff = async (who: SignedIn, id: string) =>
  (await who.send(ReviewPageDocument, { id })).application;

export async function save(
  holder: SignedIn,
  applicationId: string,
  answers: Readonly<Record<string, unknown>>,
) {
  const { version } = await read(holder, applicationId);
  const typed = Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value }));
  const input = { applicationId, version, idempotencyKey: idempotencyKey(), answers: typed };
  return (await holder.send(SaveAnswersDocument, { input })).saveAnswers;
}

/** Another scan each time. */
export async function upload(holder: SignedIn, applicationId: string, slot: string) {
  const file = asUpload(scanPdf(1, `${slot} ${String(++scans)}`), `${slot}.pdf`, 'application/pdf');
  const input = { applicationId, slot, idempotencyKey: idempotencyKey() };
  // The file travels beside the JSON (graphql-multipart-request), which holds its place only.
  const variables = { input, file: new File([file.content], file.name) };
  const answer = await holder.send(UploadAttachmentDocument, variables, file);
  return answer.uploadAttachment;
}

export async function submit(holder: SignedIn, applicationId: string) {
  const { version } = await read(holder, applicationId);
  const input = { applicationId, version, idempotencyKey: idempotencyKey(), truthDeclared: true };
  return (await holder.send(SubmitApplicationDocument, { input })).submitApplication;
}

export async function act(
  who: SignedIn,
  applicationId: string,
  action: ApplicationAction,
  reason: string | null = null,
) {
  const { version } = await read(who, applicationId);
  const input = { applicationId, version, action, reason, idempotencyKey: idempotencyKey() };
  return (await who.send(ActOnApplicationDocument, { input })).actOnApplication;
}

/** A request that was begun, filled in with its papers, and handed in. @returns its id. */
export async function submitted(
  holder: SignedIn,
  certificateId: string,
  type: RequestType,
  answers: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = await begun(holder, certificateId, type);
  done(await save(holder, id, answers));
  for (const slot of PAPERS[type]) done(await upload(holder, id, slot));
  done(await submit(holder, id));
  return id;
}

/** The reviewer judges everything, objecting to the given targets. */
export async function judge(
  { reviewer }: Offices,
  id: string,
  wrong: readonly string[] = [],
): Promise<void> {
  const current = await readAsStaff(reviewer, id);
  const verdicts = current.reviewTargets
    .filter(({ due, target }) => due || wrong.includes(target))
    .map(({ targetKind, target, seen }) => {
      const ok = !wrong.includes(target);
      const reasonCode = targetKind === 'FIELD' ? 'FIELD_WRONG' : 'FILE_STAMP_MISSING';
      return { targetKind, target, seen, ok, ...(!ok && { reasonCode, note: '请核对后更正' }) };
    });
  const answer = await reviewer.send(SetVerdictsDocument, {
    input: {
      applicationId: id,
      version: current.version,
      idempotencyKey: idempotencyKey(),
      verdicts,
    },
  });
  done(answer.setVerdicts);
}

/** Confirmed by the institution and forwarded. @returns the issue line that waits for the authority. */
export async function forwarded(
  offices: Offices,
  id: string,
): Promise<{ id: string; version: number }> {
  done(await act(offices.reviewer, id, 'START_REVIEW'));
  await judge(offices, id);
  done(await act(offices.reviewer, id, 'ACCEPT'));
  const { version } = await read(offices.forwarder, id);
  const { forwardApplications: batch } = await offices.forwarder.send(ForwardApplicationsDocument, {
    input: { idempotencyKey: idempotencyKey(), applications: [{ id, version }] },
  });
  if (batch.__typename !== 'IssueBatch') throw new Error(JSON.stringify(batch));
  const { issueBatch } = await offices.approver.send(IssueBatchDocument, { id: batch.id });
  const line = issueBatch.lines.find(({ applicationId }) => applicationId === id);
  if (!line) throw new Error('The batch has no line for the request.');
  return line;
}

export async function decide(
  who: SignedIn,
  line: { readonly id: string; readonly version: number },
  decision: IssueDecision = 'APPROVE',
) {
  const { decideIssueLine } = await who.send(DecideIssueLineDocument, {
    input: {
      lineId: line.id,
      version: line.version,
      decision,
      reason: decision === 'APPROVE' ? null : '演示理由',
      idempotencyKey: idempotencyKey(),
    },
  });
  return decideIssueLine;
}

/** @throws Error for a refusal. */
export function done(outcome: { readonly __typename?: string } | object): void {
  if ('code' in outcome) throw new Error(JSON.stringify(outcome));
}
