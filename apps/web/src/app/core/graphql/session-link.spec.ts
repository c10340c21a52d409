import type { HttpHeaders } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import type { SessionGrantFragment } from '@kaopu/graphql';
import { of } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { failureOf } from '../failure/failure.js';
import { SIGN_IN_AGAIN } from '../session/interruption.js';
import { Session } from '../session/session.js';
import { SESSION_REQUEST } from '../session/session-renewal.js';
import { sessionLink } from './session-link.js';

const QUERY = gql`
  query Anything {
    anything
  }
`;

const OK = { data: { anything: 'yes' } };
const EXPIRED = {
  data: null,
  errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED', requestId: 'r-1' } }],
};

function open(
  answers: readonly object[],
  renewed: () => Promise<SessionGrantFragment | undefined>,
) {
  const sent: (string | null)[] = [];
  let renewals = 0;
  let asked = 0;
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      provideRouter([{ path: '**', children: [] }]),
      {
        provide: SESSION_REQUEST,
        useValue: () => {
          renewals += 1;
          return renewed();
        },
      },
      {
        provide: SIGN_IN_AGAIN,
        useValue: {
          ask: () => {
            asked += 1;
            return Promise.resolve();
          },
          forget: () => Promise.resolve(),
        },
      },
    ],
  });
  const server = new ApolloLink((operation) => {
    const { headers } = operation.getContext() as { headers: HttpHeaders };
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {};
    sent.push(headers.get('authorization'));
    return of(answer);
  });
  const client = TestBed.runInInjectionContext(
    () => new ApolloClient({ link: sessionLink().concat(server), cache: new InMemoryCache() }),
  );
  const session = TestBed.inject(Session);
  session.begin(sessionOf('CANDIDATE'));
  return { client, sent, session, asked: () => asked, renewals: () => renewals };
}

describe('An operation', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('carries the access token', async () => {
    const { client, sent } = open([OK], () => Promise.resolve(undefined));
    await client.query({ query: QUERY });
    expect(sent).toEqual(['Bearer token of CANDIDATE']);
  });

  it('is repeated once with a new token when the old one has expired', async () => {
    const fresh = { ...sessionOf('CANDIDATE'), accessToken: 'fresh' };
    const { client, renewals, sent } = open([EXPIRED, OK], () => Promise.resolve(fresh));
    const { data } = await client.query({ query: QUERY });
    expect(data).toEqual({ anything: 'yes' });
    expect(sent).toEqual(['Bearer token of CANDIDATE', 'Bearer fresh']);
    expect(renewals()).toBe(1);
  });

  it('is not repeated for ever', async () => {
    const { client, sent } = open([EXPIRED], () => Promise.resolve(sessionOf('CANDIDATE')));
    await expect(client.query({ query: QUERY })).rejects.toThrow();
    expect(sent).toHaveLength(2);
  });

  it('fails when the session is over and nobody signs in again', async () => {
    const { asked, client, sent, session } = open([EXPIRED], () => Promise.resolve(undefined));
    await TestBed.inject(Router).navigateByUrl('/applications/7');
    const failures = await Promise.all(
      [1, 2].map(() => client.query({ query: QUERY, fetchPolicy: 'no-cache' }).catch(failureOf)),
    );
    expect(failures).toMatchObject([
      { key: 'failure.UNAUTHENTICATED', traceId: 'r-1' },
      { key: 'failure.UNAUTHENTICATED', traceId: 'r-1' },
    ]);
    expect(asked()).toBe(1);
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(session.signedIn()).toBe(false);
  });
});
