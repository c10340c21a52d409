import { TestBed } from '@angular/core/testing';
import type { SessionGrantFragment } from '@kaopu/graphql';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { Session } from './session.js';
import { SESSION_REQUEST, SessionRenewal } from './session-renewal.js';

function open(answer: () => Promise<SessionGrantFragment | undefined>) {
  let requests = 0;
  TestBed.configureTestingModule({
    providers: [
      {
        provide: SESSION_REQUEST,
        useValue: () => {
          requests += 1;
          return answer();
        },
      },
    ],
  });
  return {
    renewal: TestBed.inject(SessionRenewal),
    session: TestBed.inject(Session),
    requests: () => requests,
  };
}

describe('Renewing the session', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('asks once for many callers at once, and again for the next', async () => {
    const { renewal, requests, session } = open(() => Promise.resolve(sessionOf('CANDIDATE')));
    expect(await Promise.all([renewal.renew(), renewal.renew(), renewal.renew()])).toEqual([
      true,
      true,
      true,
    ]);
    expect(requests()).toBe(1);
    expect(session.side()).toBe('candidate');
    await renewal.renew();
    expect(requests()).toBe(2);
  });

  it('asks nothing for a first-time visitor', async () => {
    const { renewal, requests } = open(() => Promise.resolve(undefined));
    expect(await renewal.restore()).toBe(false);
    expect(requests()).toBe(0);
  });

  it('ends the session when the server refuses, and then asks no more', async () => {
    const { renewal, requests, session } = open(() => Promise.resolve(undefined));
    session.begin(sessionOf('REVIEWER'));
    expect(await renewal.renew()).toBe(false);
    expect(session.signedIn()).toBe(false);
    await renewal.restore();
    expect(requests()).toBe(1);
  });

  it('keeps the session when the server cannot be reached', async () => {
    const { renewal, session } = open(() => Promise.reject(new Error('offline')));
    session.begin(sessionOf('REVIEWER'));
    await expect(renewal.renew()).rejects.toThrow('offline');
    expect(session.signedIn()).toBe(true);
    await expect(renewal.renew()).rejects.toThrow('offline');
  });
});

describe('A session', () => {
  it.each([
    [['CANDIDATE'], 'candidate'],
    [['REVIEWER'], 'staff'],
    [['PRINTER'], 'staff'],
    [['AUDITOR', 'SYSADMIN'], 'staff'],
    [['AUTHORITY_REVIEWER'], 'authority'],
    [['AUTHORITY_APPROVER'], 'authority'],
  ] as const)('of %s belongs to the side %s', (roles, side) => {
    const session = TestBed.inject(Session);
    session.begin(sessionOf(...roles));
    expect(session.side()).toBe(side);
  });
});
