import { Component, Injector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Role } from '@kaopu/graphql';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { requireAuthority, requireCandidate, requireStaff } from './guards.js';
import { Session } from './session.js';
import { pathAfterLogIn } from './session-paths.js';
import { SESSION_REQUEST } from './session-renewal.js';

@Component({ selector: 'app-test-page', template: '' })
class TestPage {}

function open(signedInAs: Role | undefined, request?: () => Promise<undefined>) {
  TestBed.configureTestingModule({
    providers: [
      { provide: SESSION_REQUEST, useValue: request ?? (() => Promise.resolve(undefined)) },
      provideRouter([
        { path: 'applications/:id', component: TestPage, canActivate: [requireCandidate] },
        { path: 'staff', component: TestPage, canActivate: [requireStaff] },
        { path: 'authority', component: TestPage, canActivate: [requireAuthority] },
        { path: '**', component: TestPage },
      ]),
    ],
  });
  const session = TestBed.inject(Session);
  if (signedInAs) {
    session.begin(sessionOf(signedInAs));
  }
  return { router: TestBed.inject(Router), session };
}

/** The address of the page that is drawn, which may differ from the one in the bar. */
function drawn(router: Router): string | undefined {
  let route = router.routerState.snapshot.root;
  while (route.firstChild) {
    route = route.firstChild;
  }
  return route.url.map(String).join('/');
}

describe('Guarded pages', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('send a visitor to log in and remember the page that was asked for', async () => {
    const { router } = open(undefined);
    await router.navigateByUrl('/applications/7?tab=papers');
    expect(router.url).toBe('/login?returnUrl=%2Fapplications%2F7%3Ftab%3Dpapers');
  });

  it('send staff to their own log-in', async () => {
    const { router } = open(undefined);
    await router.navigateByUrl('/staff');
    expect(router.url).toBe('/staff-login?returnUrl=%2Fstaff');
  });

  it.each([
    ['CANDIDATE', '/applications/7', 'applications/7'],
    ['CANDIDATE', '/staff', 'forbidden'],
    ['REVIEWER', '/staff', 'staff'],
    ['REVIEWER', '/authority', 'forbidden'],
    ['AUTHORITY_REVIEWER', '/authority', 'authority'],
    ['AUTHORITY_REVIEWER', '/applications/7', 'forbidden'],
  ] as const)('show %s at %s the page %s', async (role, path, page) => {
    const { router } = open(role);
    await router.navigateByUrl(path);
    expect(drawn(router)).toBe(page);
  });

  it('keep the address when the server cannot be reached', async () => {
    localStorage.setItem('kaopu.session', 'kept');
    const { router } = open(undefined, () => Promise.reject(new Error('offline')));
    await router.navigateByUrl('/staff');
    expect(drawn(router)).toBe('unavailable');
  });
});

describe('After logging in', () => {
  it.each([
    ['/applications/7?tab=papers', '/applications/7?tab=papers'],
    [undefined, '/me'],
    ['//evil.example', '/me'],
    ['/\\evil.example', '/me'],
    ['https://evil.example', '/me'],
    ['javascript:alert(1)', '/me'],
  ])('the return address %s leads to %s', (asked, path) => {
    const { session } = open('CANDIDATE');
    expect(
      runInInjectionContext(TestBed.inject(Injector), () => pathAfterLogIn(session, asked)),
    ).toBe(path);
  });
});
