import {
  ActOnApplicationDocument,
  ApplicationPageDocument,
  ReviewPageDocument,
  SetVerdictsDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
  type ApplicationAction,
  type ApplicationDetailFragment,
} from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { scan } from './papers.ts';
import { expect, say, succeeded } from './report.ts';
import type { StaffDesk } from './staff.ts';

const FIXED_SLOT = 'WORK_PROOF';

/** Does one workflow action that needs no data. @returns the case afterwards. */
export async function act(
  browser: TourBrowser,
  id: string,
  action: ApplicationAction,
  reason?: string,
): Promise<ApplicationDetailFragment> {
  const { application } = await browser.send(ReviewPageDocument, { id });
  expect(
    application.allowedActions.includes(action),
    `${action} is not offered: ${application.whyNot.find((one) => one.action === action)?.message ?? '?'}`,
  );
  const { actOnApplication } = await browser.send(ActOnApplicationDocument, {
    input: {
      applicationId: id,
      version: application.version,
      idempotencyKey: browser.newKey(),
      action,
      reason: reason ?? null,
    },
  });
  return succeeded(actOnApplication, 'Application');
}

/** Review with one return and its repair, then acceptance. */
export async function reviewApplication(
  candidate: TourBrowser,
  desk: StaffDesk,
  id: string,
): Promise<void> {
  const reviewer = await desk.as('REVIEWER');
  const opened = await act(reviewer, id, 'START_REVIEW');
  say('review started', opened.statusLine);
  await judge(reviewer, id, FIXED_SLOT);
  const returned = await act(reviewer, id, 'RETURN', '请补正工作经历证明');
  say('returned with a reason for one file', returned.statusLine);

  const { uploadAttachment } = await candidate.send(
    UploadAttachmentDocument,
    { input: { applicationId: id, slot: FIXED_SLOT, idempotencyKey: candidate.newKey() } },
    await scan('工作经历证明（补正）'),
  );
  succeeded(uploadAttachment, 'Application');
  const { application: repaired } = await candidate.send(ApplicationPageDocument, { id });
  const { submitApplication } = await candidate.send(SubmitApplicationDocument, {
    input: {
      applicationId: id,
      version: repaired.version,
      idempotencyKey: candidate.newKey(),
      truthDeclared: true,
    },
  });
  const resubmitted = succeeded(submitApplication, 'Application');
  expect(
    !resubmitted.flags.signedFormStale,
    'the signed form became stale although nothing printed has changed',
  );
  say('repaired and resubmitted', resubmitted.statusLine);

  await act(reviewer, id, 'START_REVIEW');
  await judge(reviewer, id, null);
  const accepted = await act(reviewer, id, 'ACCEPT');
  say('accepted', accepted.statusLine);
}

/** Review without an objection. */
export async function acceptApplication(desk: StaffDesk, id: string): Promise<void> {
  const reviewer = await desk.as('REVIEWER');
  await act(reviewer, id, 'START_REVIEW');
  await judge(reviewer, id, null);
  const accepted = await act(reviewer, id, 'ACCEPT');
  say('reviewed and accepted', accepted.statusLine);
}

/** Judges every field and file that still needs it; `wrong` is sent back. */
async function judge(reviewer: TourBrowser, id: string, wrong: string | null): Promise<void> {
  const { application } = await reviewer.send(ReviewPageDocument, { id });
  const targets = application.reviewTargets.filter(({ due }) => due);
  const { setVerdicts } = await reviewer.send(SetVerdictsDocument, {
    input: {
      applicationId: id,
      version: application.version,
      idempotencyKey: reviewer.newKey(),
      verdicts: targets.map(({ targetKind, target, seen }) =>
        target === wrong
          ? {
              targetKind,
              target,
              seen,
              ok: false,
              reasonCode: 'FILE_STAMP_MISSING',
              note: '单位公章不清楚，请重新扫描',
            }
          : { targetKind, target, seen, ok: true },
      ),
    },
  });
  succeeded(setVerdicts, 'Application');
}
