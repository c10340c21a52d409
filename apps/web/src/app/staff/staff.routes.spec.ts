import { TestBed } from '@angular/core/testing';
import type { Role } from '@kaopu/graphql';
import { describe, expect, it } from 'vitest';

import { sessionOf } from '../../testing/session.js';
import { Session } from '../core/session/session.js';
import { areaLinks } from '../core/shell/area-links.js';
import { staffRoutes } from './staff.routes.js';

/** Where the navigation leads somebody, relative to the area. */
function linksOf(role: Role): readonly string[] {
  TestBed.inject(Session).begin(sessionOf(role));
  return TestBed.runInInjectionContext(() => areaLinks(staffRoutes[0])().map(({ path }) => path));
}

describe('The navigation of the staff', () => {
  it('leads auditors to the register and to what is proposed about its certificates', () => {
    expect(linksOf('AUDITOR')).toEqual(expect.arrayContaining(['register', 'proposals']));
  });

  it.each(['REVIEWER', 'FORWARDER', 'SYSADMIN'] as const)('leads no %s there', (role) => {
    expect(linksOf(role)).not.toContain('register');
    expect(linksOf(role)).not.toContain('proposals');
  });
});
