import type { CertificatePartsFragment } from '@kaopu/graphql';
import {
  COMMON_ANSWERS,
  FIRST_ISSUE_DATE,
  INITIAL_ANSWERS,
  STATED_CERTIFICATE,
  TESTING_ANSWERS,
  stated,
} from './answers.ts';
import { apply, type Filing } from './apply.ts';
import type { TourBrowser } from './browser.ts';
import { requestAboutCertificate } from './certificate-requests.ts';
import { examine } from './examine.ts';
import { issue } from './issue.ts';
import { expect, say } from './report.ts';
import { acceptApplication } from './review.ts';
import type { StaffDesk } from './staff.ts';

const FAILED_SUBJECT = 'P1';

/** Desks that stay signed in: an authenticator code counts once, so nobody signs in twice in a minute. */
export interface Desks {
  readonly province: StaffDesk;
  readonly national: StaffDesk;
}

/** The eight application types beside the initial exam, each up to the certificate (manual ch. 5–9). */
export async function walkOtherTypes(
  candidate: TourBrowser,
  { province, national }: Desks,
): Promise<void> {
  await resit(candidate, province, {
    exam: { type: 'testing-initial', itemCode: 'UT-I', answers: INITIAL_ANSWERS },
    again: { type: 'testing-initial-resit', itemCode: 'UT-I', answers: TESTING_ANSWERS },
  });
  const renewal = { ...TESTING_ANSWERS, ...stated('MT-II') };
  const renewed = await resit(candidate, province, {
    exam: { type: 'testing-exam-renewal', itemCode: 'MT-II', answers: renewal },
    again: { type: 'testing-renewal-resit', itemCode: 'MT-II', answers: renewal },
  });
  keepsFirstIssueDate(renewed);
  await byReview(candidate, province, {
    type: 'testing-exempt-renewal',
    itemCode: 'PT-II',
    answers: {
      ...TESTING_ANSWERS,
      ...stated('PT-II'),
      continuousWork: true,
      noPenalty: true,
      continuingEducation: true,
    },
  });
  await byReview(candidate, province, {
    type: 'inspection-renewal',
    itemCode: 'QP-Y',
    answers: { ...COMMON_ANSWERS, ...stated('QP-Y'), inspectionNature: 'PERIODIC' },
  });
  await byReview(candidate, national, {
    type: 'type-test-renewal',
    itemCode: 'XS-AQ',
    answers: { ...COMMON_ANSWERS, ...STATED_CERTIFICATE },
  });
  await requestAboutCertificate(candidate, province, renewed);
}

/** An exam failed in one subject, and that subject sat again. */
async function resit(
  candidate: TourBrowser,
  desk: StaffDesk,
  { exam, again }: { readonly exam: Filing; readonly again: Filing },
): Promise<CertificatePartsFragment> {
  say('—', exam.type);
  const first = await apply(candidate, exam);
  await acceptApplication(desk, first.id);
  await examine(desk, first, [FAILED_SUBJECT]);
  say('—', again.type);
  const second = await apply(candidate, again);
  await acceptApplication(desk, second.id);
  await examine(desk, second);
  return issue(candidate, desk, second.id);
}

async function byReview(candidate: TourBrowser, desk: StaffDesk, filing: Filing): Promise<void> {
  say('—', filing.type);
  const { id } = await apply(candidate, filing);
  await acceptApplication(desk, id);
  keepsFirstIssueDate(await issue(candidate, desk, id));
}

function keepsFirstIssueDate({ items }: CertificatePartsFragment): void {
  const [item] = items;
  expect(
    item?.firstIssueDate === FIRST_ISSUE_DATE,
    `the first issue date ${FIRST_ISSUE_DATE} became ${item?.firstIssueDate ?? 'none'}`,
  );
  say('first issue date kept', FIRST_ISSUE_DATE);
}
