import {
  EnterResultsDocument,
  PublishResultsDocument,
  ResultSheetDocument,
  type ResultRowPartsFragment,
} from '@kaopu/graphql';
import type { TourApplication } from './apply.ts';
import type { TourBrowser } from './browser.ts';
import { expect, say, succeeded } from './report.ts';
import { act } from './review.ts';
import type { StaffDesk } from './staff.ts';

/** Seats, marks by one person, publication by another; `failing` subjects get a mark below the pass. */
export async function examine(
  desk: StaffDesk,
  { id, planId }: TourApplication,
  failing: readonly string[] = [],
): Promise<void> {
  const scheduled = await act(await desk.as('PLAN_CLERK'), id, 'SCHEDULE');
  say('scheduled', scheduled.statusLine);

  const clerk = await desk.as('RESULT_CLERK');
  const row = await findRow(clerk, planId, id);
  const entered = await clerk.send(EnterResultsDocument, {
    input: {
      applicationId: id,
      version: row.application.version,
      idempotencyKey: clerk.newKey(),
      subjects: row.subjects.map(({ subjectCode }) => ({
        subjectCode,
        outcome: 'PRESENT',
        score: failing.includes(subjectCode) ? '55' : '86.5',
      })),
    },
  });
  const after = succeeded(entered.enterResults, 'ResultRow');
  say(
    'marks entered',
    after.subjects.map(({ subjectName, score }) => `${subjectName} ${score ?? '-'}`).join(', '),
  );

  const publisher = await desk.as('RESULT_PUBLISHER');
  const published = await publisher.send(PublishResultsDocument, {
    input: {
      applicationId: id,
      version: after.application.version,
      idempotencyKey: publisher.newKey(),
    },
  });
  const { application } = succeeded(published.publishResults, 'ResultRow');
  const expected = failing.length > 0 ? 'FAILED' : 'PASSED';
  expect(application.status === expected, `expected ${expected}, got ${application.status}`);
  say('published by another person', application.statusLine);
}

async function findRow(
  clerk: TourBrowser,
  planId: string,
  id: string,
): Promise<ResultRowPartsFragment> {
  let after: string | null = null;
  for (;;) {
    const sheet: {
      resultSheet: {
        edges: readonly { node: ResultRowPartsFragment }[];
        pageInfo: { endCursor: string | null; hasNextPage: boolean };
      };
    } = await clerk.send(ResultSheetDocument, { planId, first: 20, after });
    const found = sheet.resultSheet.edges.find(({ node }) => node.application.id === id);
    if (found) return found.node;
    expect(sheet.resultSheet.pageInfo.hasNextPage, 'the application is not on the result sheet');
    after = sheet.resultSheet.pageInfo.endCursor;
  }
}
