// The steps of the tour about a certificate somebody holds: reissue (manual ch. 8) and change (ch. 9).
import {
  AdvanceCertificateDocument,
  ApplicationPageDocument,
  DecideIssueLineDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  MyCertificatesDocument,
  ReviewPageDocument,
  SaveAnswersDocument,
  SetVerdictsDocument,
  StartCertificateRequestDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
  type CertificatePartsFragment,
} from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { scan } from './papers.ts';
import { expect, say, succeeded } from './report.ts';
import { act } from './review.ts';
import type { StaffDesk } from './staff.ts';

const ANSWERS = {
  'certificate-reissue': {
    reissueReason: 'LOST',
    reissueStatement: '乘车时遗失，已登报声明。',
    deliveryMethod: 'POST',
  },
  'certificate-change': {
    newEmployer: '演示新检测有限公司',
    changeReason: '换了工作单位。',
    deliveryMethod: 'PICK_UP',
  },
} as const;

type RequestType = keyof typeof ANSWERS;

/** Has a certificate reissued, then the new print changed. @returns the print that counts at the end. */
export async function requestAboutCertificate(
  holder: TourBrowser,
  desk: StaffDesk,
  certificate: CertificatePartsFragment,
): Promise<CertificatePartsFragment> {
  const reissued = await replace(holder, desk, certificate, 'certificate-reissue');
  return replace(holder, desk, reissued, 'certificate-change');
}

async function replace(
  holder: TourBrowser,
  desk: StaffDesk,
  old: CertificatePartsFragment,
  type: RequestType,
): Promise<CertificatePartsFragment> {
  say('—', type);
  const id = await send(holder, old, type);
  await confirm(desk, id);
  const fresh = await decide(desk, id);
  const { myCertificates } = await holder.send(MyCertificatesDocument, {});
  const replaced = myCertificates.find((one) => one.id === old.id);
  expect(
    replaced?.status === 'SUPERSEDED' && replaced.replacedBy?.id === fresh.id,
    `${old.number} still counts`,
  );
  expect(
    fresh.items.every(({ validTo }, index) => validTo === old.items[index]?.validTo),
    'the new print ends on another day',
  );
  say(`${type}: old print void`, `${old.number} → ${fresh.number}`);
  return fresh;
}

async function send(
  holder: TourBrowser,
  { id: certificateId }: CertificatePartsFragment,
  type: RequestType,
): Promise<string> {
  const started = await holder.send(StartCertificateRequestDocument, {
    input: { idempotencyKey: holder.newKey(), type, certificateId },
  });
  const { id, version } = succeeded(started.startCertificateRequest, 'Application');
  const answers = Object.entries(ANSWERS[type]).map(([fieldId, value]) => ({ fieldId, value }));
  const saved = await holder.send(SaveAnswersDocument, {
    input: { applicationId: id, version, idempotencyKey: holder.newKey(), answers },
  });
  const draft = succeeded(saved.saveAnswers, 'Application');
  expect(draft.formUrl !== null, 'there is no form to print');
  const form = await holder.fetch(draft.formUrl);
  expect(form.ok, `the printed form is not there (HTTP ${form.status})`);
  for (const { requirement } of draft.slots) {
    const { uploadAttachment } = await holder.send(
      UploadAttachmentDocument,
      { input: { applicationId: id, slot: requirement.slot, idempotencyKey: holder.newKey() } },
      await scan(requirement.name),
    );
    succeeded(uploadAttachment, 'Application');
  }
  const { application } = await holder.send(ApplicationPageDocument, { id });
  const { submitApplication } = await holder.send(SubmitApplicationDocument, {
    input: {
      applicationId: id,
      version: application.version,
      idempotencyKey: holder.newKey(),
      truthDeclared: true,
    },
  });
  const sent = succeeded(submitApplication, 'Application');
  say(`${type}: sent`, `no. ${sent.number ?? '?'}: ${sent.statusLine}`);
  return id;
}

async function confirm(desk: StaffDesk, id: string): Promise<void> {
  const reviewer = await desk.as('REVIEWER');
  await act(reviewer, id, 'START_REVIEW');
  const { application } = await reviewer.send(ReviewPageDocument, { id });
  const { setVerdicts } = await reviewer.send(SetVerdictsDocument, {
    input: {
      applicationId: id,
      version: application.version,
      idempotencyKey: reviewer.newKey(),
      verdicts: application.reviewTargets
        .filter(({ due }) => due)
        .map(({ targetKind, target, seen }) => ({ targetKind, target, seen, ok: true })),
    },
  });
  succeeded(setVerdicts, 'Application');
  const accepted = await act(reviewer, id, 'ACCEPT');
  say('confirmed by the institution', accepted.statusLine);
}

async function decide(desk: StaffDesk, id: string): Promise<CertificatePartsFragment> {
  const forwarder = await desk.as('FORWARDER');
  const { application } = await forwarder.send(ReviewPageDocument, { id });
  const forwarded = await forwarder.send(ForwardApplicationsDocument, {
    input: {
      idempotencyKey: forwarder.newKey(),
      applications: [{ id, version: application.version }],
    },
  });
  const batch = succeeded(forwarded.forwardApplications, 'IssueBatch');
  const approver = await desk.as('AUTHORITY_APPROVER');
  const { issueBatch } = await approver.send(IssueBatchDocument, { id: batch.id });
  const [line] = issueBatch.lines;
  expect(line !== undefined, 'the batch is empty');
  const { decideIssueLine } = await approver.send(DecideIssueLineDocument, {
    input: {
      lineId: line.id,
      version: line.version,
      idempotencyKey: approver.newKey(),
      decision: 'APPROVE',
    },
  });
  const { certificate } = succeeded(decideIssueLine, 'IssueLine');
  expect(certificate !== null, 'the approval made no certificate');
  const printer = await desk.as('PRINTER');
  let { version } = certificate;
  for (const step of ['MARK_PRINTED', 'MARK_DELIVERED'] as const) {
    const { advanceCertificate } = await printer.send(AdvanceCertificateDocument, {
      input: { certificateId: certificate.id, version, idempotencyKey: printer.newKey(), step },
    });
    ({ version } = succeeded(advanceCertificate, 'Certificate'));
  }
  return certificate;
}
