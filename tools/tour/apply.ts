import {
  ApplicationPageDocument,
  ApplicationPlanChoicesDocument,
  EligibilityDocument,
  SaveAnswersDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
} from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { picture, scan } from './papers.ts';
import { expect, say, succeeded } from './report.ts';

/** Facts of the application later steps need. */
export interface TourApplication {
  readonly id: string;
  readonly planId: string;
}

/** What somebody wants to apply for, with the answers that are not proposed. */
export interface Filing {
  readonly type: string;
  readonly itemCode: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Manual chapters 5–7: eligibility, application, papers, plan, 直接申请, printed form, signed scan. */
export async function apply(
  browser: TourBrowser,
  { type, itemCode, answers }: Filing,
): Promise<TourApplication> {
  const { eligibility } = await browser.send(EligibilityDocument, { type, itemCode });
  expect(eligibility.eligible, `not eligible: ${JSON.stringify(eligibility.verdicts)}`);
  say(
    'eligibility told before any upload',
    `${eligibility.verdicts.length} rules, ${eligibility.slots.length} papers`,
  );

  const started = await browser.send(StartApplicationDocument, {
    input: { idempotencyKey: browser.newKey(), type, itemCode },
  });
  const { id, version } = succeeded(started.startApplication, 'Application');
  const saved = await browser.send(SaveAnswersDocument, {
    input: {
      applicationId: id,
      version,
      idempotencyKey: browser.newKey(),
      answers: Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value })),
    },
  });
  const draft = succeeded(saved.saveAnswers, 'Application');
  for (const { requirement, attachment } of draft.slots) {
    if (attachment || !requirement.required || requirement.afterSubmission) continue;
    const file =
      requirement.slot === 'ID_COPY'
        ? await picture(requirement.name)
        : await scan(requirement.name);
    await upload(browser, id, requirement.slot, file);
  }
  say('draft saved, papers uploaded', draft.item.name);

  const { application: open } = await browser.send(ApplicationPlanChoicesDocument, { id });
  const choice = open.planChoices.find(({ selectable }) => selectable);
  expect(choice !== undefined, `no plan can be chosen: ${JSON.stringify(open.planChoices)}`);
  const chosen = await browser.send(SaveAnswersDocument, {
    input: {
      applicationId: id,
      version: open.version,
      idempotencyKey: browser.newKey(),
      answers: [],
      planId: choice.plan.id,
    },
  });
  const ready = succeeded(chosen.saveAnswers, 'Application');
  say('plan chosen', `${choice.plan.planNo}, ${choice.plan.seatsLeft} seats left`);

  const key = browser.newKey();
  const input = {
    applicationId: id,
    version: ready.version,
    idempotencyKey: key,
    truthDeclared: true,
  };
  const submitted = succeeded(
    (await browser.send(SubmitApplicationDocument, { input })).submitApplication,
    'Application',
  );
  const again = succeeded(
    (await browser.send(SubmitApplicationDocument, { input })).submitApplication,
    'Application',
  );
  expect(
    again.number === submitted.number && again.version === submitted.version,
    'the same key had two effects',
  );
  say('submitted (twice, one effect)', `no. ${submitted.number ?? '?'}: ${submitted.statusLine}`);

  await uploadSignedForm(browser, id);
  return { id, planId: choice.plan.id };
}

/** Prints the form and hands it back signed. */
export async function uploadSignedForm(browser: TourBrowser, id: string): Promise<void> {
  const { application } = await browser.send(ApplicationPageDocument, { id });
  expect(application.formUrl !== null, 'there is no form to print');
  const form = await browser.fetch(application.formUrl);
  const bytes = new Uint8Array(await form.arrayBuffer());
  expect(form.ok && bytes[0] === 0x25, `the printed form is no PDF (HTTP ${form.status})`);
  say('application form printed', `${(bytes.length / 1024).toFixed(0)} KB PDF`);
  await upload(browser, id, 'FORM_SIGNED', {
    name: '报名申请表（签字盖章）.pdf',
    type: 'application/pdf',
    content: bytes,
  });
  const { application: signed } = await browser.send(ApplicationPageDocument, { id });
  expect(
    !signed.flags.signedFormMissing && !signed.flags.signedFormStale,
    'the signed form is not accepted',
  );
  say('signed form uploaded', signed.statusLine);
}

async function upload(
  browser: TourBrowser,
  applicationId: string,
  slot: string,
  file: Parameters<TourBrowser['send']>[2],
): Promise<void> {
  const { uploadAttachment } = await browser.send(
    UploadAttachmentDocument,
    { input: { applicationId, slot, idempotencyKey: browser.newKey() } },
    file,
  );
  succeeded(uploadAttachment, 'Application');
}
