import {
  LogInDocument,
  MyProfileDocument,
  RegistrationDraftDocument,
  SaveRegistrationDraftDocument,
  ViewerDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCandidate } from '../builders/accounts.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { aPerson } from '../builders/people.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { GOOD_PASSWORD, Registrant, aKey } from './registration.js';

describe('registering an account', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const accountsOf = async (idNumber: string): Promise<number> => {
    const browser = api.browser();
    const humanCheck = await solvedCaptcha(browser);
    const input = { idNumber, password: GOOD_PASSWORD, humanCheck };
    const { logIn } = await browser.send(LogInDocument, { input });
    return logIn.__typename === 'Session' ? 1 : 0;
  };

  it('ends in a session, a profile, a log-in that works, and a message', async () => {
    const registrant = await new Registrant(api).prepare();
    const { browser, person } = registrant;
    const session = await registrant.register();
    if (session.__typename !== 'Session') throw new Error(JSON.stringify(session));
    expect(session.viewer).toMatchObject({ displayName: person.name, roles: ['CANDIDATE'] });
    browser.accessToken = session.accessToken;
    const { myProfile } = await browser.send(MyProfileDocument);
    expect(myProfile).toMatchObject({
      name: person.name,
      birthDate: person.birthDate,
      sex: 'FEMALE',
      idNumber: `340************${person.idNumber.slice(-3)}`,
      phone: `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`,
      employer: person.employer,
      divisionName: '安徽省合肥市',
      version: 1,
    });
    const photo = await browser.fetch(myProfile.photoUrl ?? '');
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    expect(await accountsOf(person.idNumber)).toBe(1);
    expect((await browser.send(RegistrationDraftDocument)).registrationDraft).toBeNull();
    await api.deliver();
    const messages = await browser.fetch(`/demo/messages.json?phone=${person.phone}`);
    expect(((await messages.json()) as { purpose: string }[])[0]?.purpose).toBe('REGISTERED');
  });

  it('keeps name, number, phone, address and draft out of the database in plain', async () => {
    const registrant = new Registrant(api, aPerson({ name: '演示金丝雀' }));
    const { person, browser } = registrant;
    await browser.send(SaveRegistrationDraftDocument, {
      input: { fields: { name: person.name, idNumber: person.idNumber } },
    });
    await registrant.prepare();
    await registrant.register();
    const tables = await api.db.query<{ name: string }[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const secrets = [person.name, person.idNumber, person.phone].map((text) =>
      Buffer.from(text).toString('hex'),
    );
    for (const { name } of tables) {
      const rows = await api.db.query<object[]>(`SELECT * FROM \`${name}\``);
      const content = Buffer.from(JSON.stringify(rows, bufferAsText)).toString('hex');
      for (const secret of secrets) expect(content.includes(secret), name).toBe(false);
    }
  });

  it('records what was agreed to', async () => {
    const registrant = await new Registrant(api).prepare();
    const session = await registrant.register();
    const consents = await api.db.query<{ purpose: string }[]>(
      'SELECT purpose FROM consent WHERE account_id = ? AND given_at = ? ORDER BY purpose',
      [session.__typename === 'Session' ? session.viewer.id : '', api.clock.now()],
    );
    expect(consents.map(({ purpose }) => purpose)).toEqual([
      'PHOTO',
      'PRIVACY_NOTICE',
      'TRUTH_DECLARATION',
    ]);
  });

  it('tells that a number is registered already, and warns its owner once a day', async () => {
    const { person: owner } = await aCandidate(api);
    const { idNumber, birthDate } = owner;
    for (let attempt = 0; attempt < 2; attempt++) {
      const registrant = new Registrant(api, aPerson({ idNumber, birthDate }));
      await registrant.prepare();
      expect(await registrant.register()).toMatchObject({
        __typename: 'IdAlreadyRegisteredError',
        code: 'ID_ALREADY_REGISTERED',
        message: '此证件号码已经存在，请直接登录。',
      });
    }
    await api.deliver();
    const response = await api.browser().fetch(`/demo/messages.json?phone=${owner.phone}`);
    const messages = (await response.json()) as { purpose: string }[];
    expect(messages.filter(({ purpose }) => purpose === 'ID_ATTEMPT')).toHaveLength(1);
  });

  it('finds the same number in another spelling', async () => {
    const { person: owner } = await aCandidate(api, {
      person: { idType: 'HM_TRAVEL_PERMIT', idNumber: 'H12345678' },
    });
    const registrant = new Registrant(api, aPerson({ ...owner, phone: '13912340001' }));
    await registrant.prepare();
    const again = await registrant.register({
      idNumber: 'ｈ1234 5678 02',
      sex: 'MALE',
      birthDate: '1990-01-01',
    });
    expect(again).toMatchObject({ code: 'ID_ALREADY_REGISTERED' });
  });

  it('makes one account of one number registered by two browsers at once, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const { idNumber, birthDate } = aPerson();
      const both = await Promise.all(
        [0, 1].map(() => new Registrant(api, aPerson({ idNumber, birthDate })).prepare()),
      );
      const answers = await Promise.all(both.map((one) => one.register()));
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
        'IdAlreadyRegisteredError',
        'Session',
      ]);
    }
  });

  it('lets two accounts happen when the unique key is taken away: the key is what decides', async () => {
    const { idNumber, birthDate } = aPerson();
    const both = await Promise.all(
      [0, 1].map(() => new Registrant(api, aPerson({ idNumber, birthDate })).prepare()),
    );
    await api.db.query('ALTER TABLE account DROP KEY uq_account_id_key');
    try {
      const answers = await Promise.all(both.map((one) => one.register()));
      expect(answers.map(({ __typename }) => __typename)).toEqual(['Session', 'Session']);
    } finally {
      await api.db.query(
        `UPDATE account a JOIN account b ON b.id_key_index = a.id_key_index AND b.id < a.id
         SET a.id_key_index = REVERSE(a.id_key_index)`,
      );
      await api.db.query('ALTER TABLE account ADD UNIQUE KEY uq_account_id_key (id_key_index)');
    }
  });

  it('makes one account of one submission sent twice, and signs in both times', async () => {
    const registrant = await new Registrant(api).prepare();
    const idempotencyKey = aKey();
    const [first, second] = await Promise.all([
      registrant.register({ idempotencyKey }),
      registrant.register({ idempotencyKey }),
    ]);
    expect([first.__typename, second.__typename]).toEqual(['Session', 'Session']);
    if (first.__typename !== 'Session' || second.__typename !== 'Session') return;
    expect(second.viewer.id).toBe(first.viewer.id);
  });

  it('keeps everything typed after a refusal', async () => {
    const registrant = await new Registrant(api).prepare();
    const { browser, person } = registrant;
    const fields = { idNumber: person.idNumber, name: person.name, workYears: 7 };
    await browser.send(SaveRegistrationDraftDocument, { input: { fields } });
    const refused = await registrant.register({ password: '123' });
    expect(refused).toMatchObject({ code: 'VALIDATION' });
    const { registrationDraft } = await browser.send(RegistrationDraftDocument);
    expect(registrationDraft).toMatchObject({
      phone: person.phone,
      phoneVerified: true,
      fields,
      photo: { width: 358, height: 441 },
    });
    expect(await registrant.register()).toHaveProperty('accessToken');
  });

  it('creates nothing before the final step', async () => {
    const registrant = await new Registrant(api).prepare();
    expect(await accountsOf(registrant.person.idNumber)).toBe(0);
    expect((await registrant.browser.send(ViewerDocument)).viewer).toBeNull();
  });
});

/** JSON.stringify calls toJSON of buffers first, so what arrives here is that form. */
function bufferAsText(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('data' in value)) return value;
  return Array.isArray(value.data) ? Buffer.from(value.data as number[]).toString('latin1') : value;
}
