import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { CaseActions } from '../cases/case-actions.js';
import { deskCase, listOf } from '../testing/desk-case.js';
import { ReviewsPage } from './reviews-page.js';

const { item, plan } = deskCase();

async function open(address: string) {
  const server = new AnsweringServer({
    ReviewQueue: { reviewQueue: listOf(deskCase()) },
    ReviewFilterOptions: {
      items: [item],
      registrationTypes: ['TESTING', 'INSPECTION'].map((track) => ({
        __typename: 'RegistrationType',
        code: 'INITIAL',
        track,
      })),
      plans: listOf(plan),
    },
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      CaseActions,
      provideRouter(
        [{ path: 'staff/reviews', component: ReviewsPage }],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open(address), server };
}

const lastFilter = (server: AnsweringServer): unknown =>
  server.askedFor('ReviewQueue').at(-1)?.variables['filter'];

describe('The review list', () => {
  it('reads its filters from the address', async () => {
    const { hands, server } = await open('/staff/reviews?item=RT-I&type=INITIAL&plan=p1');
    expect(lastFilter(server)).toMatchObject({
      itemCode: 'RT-I',
      registrationType: 'INITIAL',
      planId: 'p1',
    });
    expect(hands.box('项目').value).toBe('RT-I');
    expect(hands.box('报名类别').value).toBe('INITIAL');
    expect(hands.box('考试计划').value).toBe('p1');
  });

  it('puts a choice into the address and leaves the others there', async () => {
    const { hands, server } = await open('/staff/reviews?mine=true');
    await hands.type('考试计划', 'p1');
    expect(TestBed.inject(Router).url).toBe('/staff/reviews?mine=true&plan=p1');
    expect(lastFilter(server)).toMatchObject({ planId: 'p1', mine: true });
  });

  it('offers each registration type once, and the requests about a certificate', async () => {
    const { hands } = await open('/staff/reviews');
    const offered = [...hands.box('报名类别').querySelectorAll('option')];
    expect(offered.map(({ value }) => value)).toEqual(['', 'INITIAL', 'REISSUE', 'CHANGE']);
  });
});
