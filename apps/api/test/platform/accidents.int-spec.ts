import { ExternalExceptionFilter } from '@nestjs/core/exceptions/external-exception-filter.js';
import { MyProfileDocument } from '@kaopu/graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signedInCandidate } from '../builders/accounts.js';
import { ApiHarness } from '../support/api-harness.js';

describe('An accident of a request', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => api.stop());

  const logged = () =>
    vi.spyOn(ExternalExceptionFilter['logger'], 'error').mockReturnValue(undefined);

  it('is answered with its code and is no error in the log', async () => {
    const log = logged();
    const { data, errors } = await api.browser().ask(MyProfileDocument);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(log).not.toHaveBeenCalled();
  });

  it('that nobody foresaw is an error in the log (control)', async () => {
    const candidate = await signedInCandidate(api);
    const log = logged();
    await api.db.query('RENAME TABLE person TO person_away');
    try {
      const { errors } = await candidate.ask(MyProfileDocument);
      expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    } finally {
      await api.db.query('RENAME TABLE person_away TO person');
    }
    expect(log).toHaveBeenCalled();
  });
});
