import { LogOutOthersDocument, MySessionsDocument, ViewerDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sessions } from '../../src/auth/sessions/sessions.js';
import { signIn, signedInCandidate, signedInStaff } from '../builders/accounts.js';
import { ApiHarness } from '../support/api-harness.js';

const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';

describe('one’s own sessions', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  afterAll(() => api.stop());

  it('are listed with device and times, the asking one first', async () => {
    const candidate = await signedInCandidate(api);
    const started = api.clock.now().toISOString();
    api.clock.advance(60);
    const elsewhere = await api.db.transaction((em) =>
      api.app.get(Sessions).start(em, candidate.accountId, { userAgent: EDGE }),
    );
    const { mySessions } = await candidate.send(MySessionsDocument);
    expect(mySessions).toEqual([
      expect.objectContaining({
        id: candidate.sessionId,
        device: null,
        isCurrent: true,
        startedAt: started,
      }),
      expect.objectContaining({ id: elsewhere, device: 'Edge · Windows', isCurrent: false }),
    ]);
  });

  it('are nobody else’s, and only those still open', async () => {
    const candidate = await signedInCandidate(api);
    await signedInCandidate(api);
    const idle = await signIn(api, candidate.accountId);
    const halfAnHourAgo = new Date(api.clock.now().getTime() - 30 * 60_000);
    await api.db.query('UPDATE session SET last_used_at = ? WHERE id = ?', [
      halfAnHourAgo,
      idle.sessionId,
    ]);
    const { mySessions } = await candidate.send(MySessionsDocument);
    expect(mySessions.map(({ id }) => id)).toEqual([candidate.sessionId]);
    expect((await idle.send(ViewerDocument)).viewer).toBeNull();
  });

  it('end all but this one, at once, and of nobody else', async () => {
    const candidate = await signedInCandidate(api);
    const stranger = await signedInCandidate(api);
    const others = [await signIn(api, candidate.accountId), await signIn(api, candidate.accountId)];
    const { logOutOthers } = await candidate.send(LogOutOthersDocument);
    expect(logOutOthers).toMatchObject({ __typename: 'OtherSessionsEnded', ended: 2 });
    for (const other of others) expect((await other.send(ViewerDocument)).viewer).toBeNull();
    expect((await candidate.send(ViewerDocument)).viewer).not.toBeNull();
    expect((await stranger.send(ViewerDocument)).viewer).not.toBeNull();
    expect((await candidate.send(LogOutOthersDocument)).logOutOthers).toMatchObject({ ended: 0 });
  });

  it('are there for staff, too, and not for visitors', async () => {
    const staff = await signedInStaff(api, ['REVIEWER']);
    expect((await staff.send(MySessionsDocument)).mySessions).toHaveLength(1);
    const answer = await api.browser().ask(MySessionsDocument);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
