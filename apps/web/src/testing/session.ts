import type { Role, SessionGrantFragment } from '@kaopu/graphql';

/** A granted session for specs; an invented person. */
export function sessionOf(...roles: Role[]): SessionGrantFragment {
  const authority = roles.some((role) => role.startsWith('AUTHORITY'));
  const candidate = roles.includes('CANDIDATE');
  return {
    accessToken: `token of ${roles.join(' ')}`,
    expiresAt: '2026-11-24T02:05:00.000Z',
    viewer: {
      id: 'viewer-1',
      displayName: '演示用户',
      roles,
      lastLogInAt: null,
      institution: candidate || authority ? null : { code: 'DEMO', name: '演示考试机构' },
      authority: authority ? { code: 'DEMO-A', name: '演示发证机关' } : null,
    },
  };
}
