import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApolloLink, InMemoryCache } from '@apollo/client';
import { possibleTypes as contract } from '@kaopu/graphql';
import { provideApollo } from 'apollo-angular';
import { delay, of } from 'rxjs';
import { describe, expect, it } from 'vitest';

import { eventually } from '../../../../testing/eventually.js';
import { provideTexts } from '../../../../testing/texts.js';
import { SIGN_IN_AGAIN } from '../../../core/session/interruption.js';
import { SESSION_REQUEST } from '../../../core/session/session-renewal.js';
import { ownApplication } from '../../testing/own-application.js';
import { type Answers, SectionSaving } from './section-saving.js';

function saving() {
  const sent: unknown[] = [];
  const server = new ApolloLink(({ variables }) => {
    sent.push((variables['input'] as { answers: unknown }).answers);
    return of({ data: { saveAnswers: ownApplication('testing-initial', {}) } }).pipe(delay(1));
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      provideApollo(() => ({
        link: server,
        cache: new InMemoryCache({ possibleTypes: contract.possibleTypes }),
      })),
      { provide: SIGN_IN_AGAIN, useValue: {} },
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(undefined) },
    ],
  });
  const typed = signal<Answers>({});
  const section = TestBed.runInInjectionContext(() => new SectionSaving(signal('a1'), signal(1)));
  TestBed.runInInjectionContext(() => {
    section.follow(typed, signal([]));
  });
  section.begin({});
  return { section, sent, typed };
}

describe('SectionSaving', () => {
  it('saves a letter typed right before Enter, which no drawing has come between', async () => {
    const { section, sent, typed } = saving();
    TestBed.tick();
    typed.set({ remark: '谢' });
    expect(await section.finish()).toBe(true);
    expect(sent).toEqual([[{ fieldId: 'remark', value: '谢' }]]);
  });

  it('takes back what was on its way when the reader does before Enter', async () => {
    const { section, sent, typed } = saving();
    section.begin({ remark: null });
    typed.set({ remark: '谢' });
    const saved = section.flush();
    await eventually(() => {
      expect(sent).toHaveLength(1);
    });
    typed.set({ remark: null });
    expect(await section.finish()).toBe(true);
    await saved;
    expect(sent).toEqual([
      [{ fieldId: 'remark', value: '谢' }],
      [{ fieldId: 'remark', value: null }],
    ]);
  });

  it('sends nothing when nothing differs', async () => {
    const { section, sent, typed } = saving();
    typed.set({ remark: '' });
    section.begin({ remark: '' });
    expect(await section.finish()).toBe(true);
    expect(sent).toEqual([]);
  });
});
