import { LogOutDocument, ViewerDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signedInCandidate, signedInStaff } from '../builders/accounts.js';
import { ApiHarness } from '../support/api-harness.js';

describe('a session', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  afterAll(() => api.stop());

  it('makes its account the viewer', async () => {
    const candidate = await signedInCandidate(api, { person: { name: '演示甲' } });
    const { viewer } = await candidate.send(ViewerDocument);
    expect(viewer).toMatchObject({
      id: candidate.accountId,
      displayName: '演示甲',
      roles: ['CANDIDATE'],
      institution: null,
    });
  });

  it('ends at once on log-out, and only this one', async () => {
    const candidate = await signedInCandidate(api);
    const other = await signIn(api, candidate.accountId);
    await candidate.send(LogOutDocument);
    expect((await candidate.send(ViewerDocument)).viewer).toBeNull();
    expect((await other.send(ViewerDocument)).viewer).not.toBeNull();
  });

  it('ends after 30 minutes without use for candidates and 15 for staff', async () => {
    const candidate = await signedInCandidate(api);
    const staff = await signedInStaff(api, ['REVIEWER']);
    expect((await staff.send(ViewerDocument)).viewer?.roles).toEqual(['REVIEWER']);
    // Use counts from here on: each `viewer` above and below is one.
    api.clock.advance(4 * 60);
    expect((await candidate.send(ViewerDocument)).viewer).not.toBeNull();
  });
});
