import type { Actor, Role } from '../../platform/access/actor.js';

const REQUEST = { id: 'seed', ip: '127.0.0.1', userAgent: 'seed', language: 'zh-CN' } as const;

export const DEMO_INSTITUTION = 'EI-34';
export const DEMO_AUTHORITY = 'P34';

/** A candidate as the seed acts for them. */
export const demoCandidate = (id: string): Actor => ({
  kind: 'account',
  id,
  sessionId: null,
  roles: ['CANDIDATE'],
  displayName: '',
  institutionCode: null,
  authorityCode: null,
  request: REQUEST,
});

/** A member of staff as the seed acts for them; `id` is the account of that role. */
export const demoStaff = (id: string, role: Role): Actor => ({
  ...demoCandidate(id),
  roles: [role],
  institutionCode: role.startsWith('AUTHORITY') || role === 'PRINTER' ? null : DEMO_INSTITUTION,
  authorityCode: role.startsWith('AUTHORITY') || role === 'PRINTER' ? DEMO_AUTHORITY : null,
});
