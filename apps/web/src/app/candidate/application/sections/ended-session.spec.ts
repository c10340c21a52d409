import type { HttpHeaders } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ApolloLink, InMemoryCache } from '@apollo/client';
import { dictionaryCodes } from '@kaopu/domain';
import { possibleTypes as contract, type SessionGrantFragment } from '@kaopu/graphql';
import { provideApollo } from 'apollo-angular';
import { delay, of } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { eventually } from '../../../../testing/eventually.js';
import { sessionOf } from '../../../../testing/session.js';
import { provideTexts } from '../../../../testing/texts.js';
import { sessionLink } from '../../../core/graphql/session-link.js';
import { Interruption, SIGN_IN_AGAIN } from '../../../core/session/interruption.js';
import { Session } from '../../../core/session/session.js';
import { SESSION_REQUEST } from '../../../core/session/session-renewal.js';
import { ownApplication } from '../../testing/own-application.js';
import { applicationRoutes } from '../application.routes.js';

const ADDRESS = '/applications/a1/delivery';
const REMARK = '证书请寄到单位，谢谢。';
const [METHOD] = dictionaryCodes('deliveryMethod');
const EXPIRED = { message: 'no', extensions: { code: 'UNAUTHENTICATED' } };

const APPLICATION = ownApplication('testing-initial', { answers: { deliveryMethod: METHOD } });

interface Sent {
  readonly name: string;
  readonly token: string | null;
  readonly input: { readonly idempotencyKey?: string; readonly answers?: unknown };
}

const grant = (accessToken: string, id = 'viewer-1'): SessionGrantFragment => {
  const session = sessionOf('CANDIDATE');
  return { ...session, accessToken, viewer: { ...session.viewer, id } };
};

/** Opens the section with the real link, router, guard and autosave; the server accepts one token at a time. */
async function open() {
  const sent: Sent[] = [];
  const asked: string[] = [];
  let good = 'first';
  let renewed: SessionGrantFragment | undefined;
  let answered: () => void = () => undefined;
  let forgotten = 0;

  const server = new ApolloLink((operation) => {
    const { headers } = operation.getContext() as { headers: HttpHeaders };
    const token = headers.get('authorization');
    const input = (operation.variables['input'] ?? {}) as Sent['input'];
    sent.push({ name: operation.operationName ?? '', token, input });
    if (token !== `Bearer ${good}`) {
      return of({ data: null, errors: [EXPIRED] }).pipe(delay(0));
    }
    const saving = operation.operationName === 'SaveAnswers';
    const stored = saving
      ? { ...APPLICATION, version: 2, answers: { deliveryMethod: METHOD, remark: REMARK } }
      : APPLICATION;
    return of({ data: { [saving ? 'saveAnswers' : 'application']: stored } }).pipe(delay(0));
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      provideApollo(() => ({
        link: sessionLink().concat(server),
        cache: new InMemoryCache({ possibleTypes: contract.possibleTypes }),
      })),
      provideRouter(
        [
          ...applicationRoutes.filter(({ path }) => path === 'applications/:id/:section'),
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(renewed) },
      {
        provide: SIGN_IN_AGAIN,
        useValue: {
          ask: (side: string, why: string) => {
            asked.push(`${side} ${why}`);
            return new Promise<void>((resolve) => {
              answered = resolve;
            });
          },
          forget: () => {
            forgotten += 1;
            return Promise.resolve();
          },
        },
      },
    ],
  });
  const session = TestBed.inject(Session);
  session.begin(grant(good));
  const harness = await RouterTestingHarness.create(ADDRESS);
  const page = harness.fixture.nativeElement as HTMLElement;
  const box = (): HTMLTextAreaElement | null => page.querySelector('#answer-remark');
  await eventually(() => {
    expect(box()).not.toBeNull();
  });

  return {
    asked,
    box,
    page,
    session,
    forgotten: () => forgotten,
    saves: () => sent.filter(({ name }) => name === 'SaveAnswers'),
    interruption: TestBed.inject(Interruption),
    router: TestBed.inject(Router),
    type: async () => {
      const remark = box();
      if (remark) {
        remark.value = REMARK;
        remark.dispatchEvent(new Event('input'));
      }
      await harness.fixture.whenStable();
    },
    /** The server ends the session; the cookie is good for `next` from now on. */
    expire: (next?: SessionGrantFragment) => {
      good = next?.accessToken ?? 'none';
      renewed = next;
    },
    /** Somebody answers the log-in in front of the page, or leaves. */
    answer: (next?: SessionGrantFragment) => {
      if (next) {
        good = next.accessToken;
        session.begin(next);
      }
      answered();
    },
  };
}

describe('A section whose session ended', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('waits, hidden, while its person is asked to sign in, and then saves what was typed', async () => {
    const { answer, asked, box, expire, interruption, page, router, saves, type } = await open();
    await type();
    expire();
    const away = router.navigateByUrl('/elsewhere');
    await eventually(() => {
      expect(asked).toEqual(['candidate expired']);
    });
    expect(interruption.covers()).toBe(true);
    expect(router.url).toBe(ADDRESS);
    expect(box()?.value).toBe(REMARK);
    expect(page.textContent).toContain('正在保存');

    answer(grant('second'));
    expect(await away).toBe(true);
    expect(interruption.covers()).toBe(false);
    const [first, second] = saves();
    expect(saves()).toHaveLength(2);
    expect(second?.token).toBe('Bearer second');
    expect(second?.input).toEqual(first?.input);
    expect(second?.input.answers).toEqual([{ fieldId: 'remark', value: REMARK }]);
    expect(JSON.stringify({ ...localStorage })).not.toContain(REMARK);
  });

  it('asks nobody when the person has signed in in another tab', async () => {
    const { asked, expire, router, saves, type } = await open();
    await type();
    expire(grant('second'));
    expect(await router.navigateByUrl('/elsewhere')).toBe(true);
    expect(asked).toEqual([]);
    expect(saves().map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('lets the person go who does not sign in again', async () => {
    const { answer, asked, expire, forgotten, interruption, router, saves, type } = await open();
    await type();
    expire();
    void router.navigateByUrl('/elsewhere');
    await eventually(() => {
      expect(asked).toHaveLength(1);
    });
    answer();
    await eventually(() => {
      expect(router.url).toBe('/');
      expect(interruption.covers()).toBe(false);
    });
    expect(forgotten()).toBe(1);
    expect(saves()).toHaveLength(1);
  });

  it.each(['in the dialog', 'in another tab'])(
    'sends and shows nothing of it to somebody else who signs in %s',
    async (where) => {
      const { answer, asked, expire, forgotten, page, router, saves, type } = await open();
      await type();
      const other = grant('other', 'viewer-2');
      expire(where === 'in another tab' ? other : undefined);
      void router.navigateByUrl('/elsewhere');
      if (where === 'in the dialog') {
        await eventually(() => {
          expect(asked).toHaveLength(1);
        });
        answer(other);
      }
      await eventually(() => {
        expect(router.url).toBe('/me');
      });
      expect(forgotten()).toBe(1);
      expect(saves().map(({ token }) => token)).toEqual(['Bearer first']);
      expect(page.querySelector('app-section-page')).toBeNull();
    },
  );

  it('is hidden after an idle log-out; what is asked meanwhile waits', async () => {
    const { answer, asked, box, interruption, router, saves, session, type } = await open();
    await type();
    const ended = interruption.unattended(() => {
      session.end();
      return Promise.resolve();
    });
    await eventually(() => {
      expect(asked).toEqual(['candidate idle']);
    });
    expect(interruption.covers()).toBe(true);
    const away = router.navigateByUrl('/elsewhere');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(saves()).toEqual([]);
    expect(box()?.value).toBe(REMARK);
    answer(grant('second'));
    expect(await ended).toBe(true);
    expect(await away).toBe(true);
    expect(saves().map(({ token }) => token)).toEqual(['Bearer second']);
  });
});
