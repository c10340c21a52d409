import {
  AdvanceCertificateDocument,
  DecideIssueLineDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  MyCertificatesDocument,
  ReviewPageDocument,
  type CertificatePartsFragment,
} from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { expect, say, succeeded } from './report.ts';
import { act } from './review.ts';
import type { StaffDesk } from './staff.ts';

/** Forwarding, approval, certificate, print and delivery. @returns the certificate. */
export async function issue(
  candidate: TourBrowser,
  desk: StaffDesk,
  id: string,
): Promise<CertificatePartsFragment> {
  const forwarder = await desk.as('FORWARDER');
  const { application: waiting } = await forwarder.send(ReviewPageDocument, { id });
  const queued = waiting.status === 'PASSED' ? await act(forwarder, id, 'QUEUE_FORWARD') : waiting;
  const forwarded = await forwarder.send(ForwardApplicationsDocument, {
    input: { idempotencyKey: forwarder.newKey(), applications: [{ id, version: queued.version }] },
  });
  const batch = succeeded(forwarded.forwardApplications, 'IssueBatch');
  say('forwarded to the authority', `batch ${batch.number}`);

  const approver = await desk.as('AUTHORITY_APPROVER');
  const { issueBatch } = await approver.send(IssueBatchDocument, { id: batch.id });
  const [line] = issueBatch.lines;
  expect(line !== undefined, 'the batch is empty');
  const input = {
    lineId: line.id,
    version: line.version,
    idempotencyKey: approver.newKey(),
    decision: 'APPROVE' as const,
  };
  const decided = succeeded(
    (await approver.send(DecideIssueLineDocument, { input })).decideIssueLine,
    'IssueLine',
  );
  const again = succeeded(
    (await approver.send(DecideIssueLineDocument, { input })).decideIssueLine,
    'IssueLine',
  );
  expect(
    decided.certificate !== null && again.certificate?.id === decided.certificate.id,
    'the same key made two certificates',
  );
  say('approved (twice, one certificate)', `no. ${decided.certificate.number}`);

  await advance(await desk.as('PRINTER'), decided.certificate);
  return withPdf(candidate, decided.certificate.id);
}

async function advance(printer: TourBrowser, certificate: CertificatePartsFragment): Promise<void> {
  let { version } = certificate;
  for (const step of ['MARK_PRINTED', 'MARK_DELIVERED'] as const) {
    const { advanceCertificate } = await printer.send(AdvanceCertificateDocument, {
      input: { certificateId: certificate.id, version, idempotencyKey: printer.newKey(), step },
    });
    ({ version } = succeeded(advanceCertificate, 'Certificate'));
  }
  say('printed and delivered', certificate.number);
}

/** The certificate as its holder sees it, once its PDF has been made. */
async function withPdf(candidate: TourBrowser, id: string): Promise<CertificatePartsFragment> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const { myCertificates } = await candidate.send(MyCertificatesDocument, {});
    const certificate = myCertificates.find((one) => one.id === id);
    if (certificate?.pdfUrl) {
      const pdf = await candidate.fetch(certificate.pdfUrl);
      const bytes = new Uint8Array(await pdf.arrayBuffer());
      expect(pdf.ok && bytes[0] === 0x25, `the certificate is no PDF (HTTP ${pdf.status})`);
      say('certificate downloaded by its holder', `${(bytes.length / 1024).toFixed(0)} KB PDF`);
      return certificate;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(false, 'the certificate has no PDF after 30 seconds');
}
