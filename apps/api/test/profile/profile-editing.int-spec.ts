import {
  ChangePhoneDocument,
  ExplainProfilePhotoDocument,
  MyInboxDocument,
  MyProfileDocument,
  RequestPhoneChangeCodeDocument,
  UpdateProfileDocument,
  UpdateProfilePhotoDocument,
  ViewerDocument,
  type UpdateProfileInput,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CANDIDATE_PASSWORD,
  aCandidate,
  signIn,
  signedInCandidate,
  type SignedIn,
} from '../builders/accounts.js';
import { asUpload } from '../builders/files.js';
import { solvedCaptcha, withKnownCaptchas } from '../builders/human-check.js';
import { codeAt, messagesAt, otherThan } from '../builders/messages.js';
import { aPerson } from '../builders/people.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { aKey, aPhoto } from './registration.js';

describe('editing the profile', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  async function update(browser: SignedIn, changes: Partial<UpdateProfileInput>) {
    const input = { version: 1, idempotencyKey: aKey(), ...changes };
    return (await browser.send(UpdateProfileDocument, { input })).updateProfile;
  }

  const profileOf = async (browser: SignedIn) => (await browser.send(MyProfileDocument)).myProfile;

  it('changes what is given and leaves the rest', async () => {
    const candidate = await signedInCandidate(api);
    const before = await profileOf(candidate);
    const after = await update(candidate, {
      person: { school: ' 演示 大学 ', postcode: '２３００３１', email: null },
    });
    expect(after).toMatchObject({
      ...before,
      __typename: 'Profile',
      school: '演示 大学',
      postcode: '230031',
      email: null,
      version: 2,
      photoUrl: null,
    });
  });

  it('changes the name at once everywhere', async () => {
    const candidate = await signedInCandidate(api);
    expect(await update(candidate, { name: '演示·新名' })).toMatchObject({ name: '演示·新名' });
    expect((await candidate.send(ViewerDocument)).viewer?.displayName).toBe('演示·新名');
  });

  it('has no way to change document, number or birth date', async () => {
    const candidate = await signedInCandidate(api);
    for (const field of ['idType', 'idNumber', 'birthDate', 'phone']) {
      const answer = await candidate.ask(
        `mutation { updateProfile(input: { version: 1, idempotencyKey: "k", ${field}: "x" }) { __typename } }`,
      );
      expect(answer.errors?.[0]?.extensions.code, field).toBe('VALIDATION');
    }
  });

  it('takes the sex only where the number does not tell it', async () => {
    const derived = await signedInCandidate(api);
    expect(await update(derived, { sex: 'MALE' })).toMatchObject({
      problems: [{ path: 'sex', key: 'problem.notWritable' }],
    });
    const stated = await signedInCandidate(api, {
      person: { idType: 'PASSPORT', idNumber: 'DEMO12345', idCountry: 'USA', sex: 'FEMALE' },
    });
    expect(await update(stated, { sex: 'MALE' })).toMatchObject({ sex: 'MALE', version: 2 });
  });

  it('names everything that is wrong, and changes nothing then', async () => {
    const candidate = await signedInCandidate(api);
    const refused = await update(candidate, {
      name: '',
      person: { employer: ' ', postcode: '12', divisionCode: '999999', workYears: 99 },
    });
    expect(refused).toMatchObject({ code: 'VALIDATION' });
    const problems = 'problems' in refused ? refused.problems.map(({ path }) => path) : [];
    expect(problems.toSorted()).toEqual([
      'name',
      'person.divisionCode',
      'person.employer',
      'person.postcode',
      'person.workYears',
    ]);
    expect((await profileOf(candidate)).version).toBe(1);
  });

  it('does not judge what was not given', async () => {
    const candidate = await signedInCandidate(api, { person: { degree: null, title: null } });
    await api.db.query("UPDATE person SET education = 'NO_MORE_IN_USE' WHERE id = ?", [
      candidate.accountId,
    ]);
    expect(await update(candidate, { person: { workYears: 11 } })).toMatchObject({ workYears: 11 });
  });

  it('refuses a version that somebody changed meanwhile, and tells the present one', async () => {
    const candidate = await signedInCandidate(api);
    await update(candidate, { person: { workYears: 11 } });
    const stale = await update(candidate, { person: { workYears: 12 } });
    expect(stale).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect((await profileOf(candidate)).workYears).toBe(11);
  });

  it('lets one of five editors at the same moment win', async () => {
    const candidate = await signedInCandidate(api);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((workYears) => update(candidate, { person: { workYears } })),
    );
    const winners = answers.filter(({ __typename }) => __typename === 'Profile');
    expect(winners).toHaveLength(1);
    expect((await profileOf(candidate)).version).toBe(2);
  });

  it('changes once for a request sent twice', async () => {
    const candidate = await signedInCandidate(api);
    const idempotencyKey = aKey();
    for (let sent = 0; sent < 2; sent++) {
      const changed = await update(candidate, { person: { workYears: 3 }, idempotencyKey });
      expect(changed).toMatchObject({ workYears: 3, version: 2 });
    }
  });

  it('keeps what was written out of the log', async () => {
    const candidate = await signedInCandidate(api);
    await update(candidate, { person: { employer: '演示金丝雀有限公司' } });
    const rows = JSON.stringify(
      await api.db.query(
        "SELECT * FROM audit_log WHERE operation = 'updateProfile' AND actor_id = ?",
        [candidate.accountId],
      ),
    );
    expect(rows).toContain('employer');
    expect(rows).not.toContain('金丝雀');
  });

  describe('the photo', () => {
    async function upload(browser: SignedIn, version: number, idempotencyKey = aKey()) {
      const file = asUpload(await aPhoto(), 'zhaopian.jpg', 'image/jpeg');
      const variables = { input: { version, idempotencyKey }, file: new File([], file.name) };
      return (await browser.send(UpdateProfilePhotoDocument, variables, file)).updateProfilePhoto;
    }

    const filesOf = async (accountId: string): Promise<number> => {
      const [row] = await api.db.query<{ files: number | string }[]>(
        'SELECT COUNT(*) AS files FROM stored_file WHERE owner_id = ?',
        [accountId],
      );
      return Number(row?.files);
    };

    it('is replaced, and the one before is gone', async () => {
      const candidate = await signedInCandidate(api, { photo: await aPhoto() });
      const before = await profileOf(candidate);
      const after = await upload(candidate, 1);
      expect(after).toMatchObject({ __typename: 'Profile', version: 2 });
      expect(await filesOf(candidate.accountId)).toBe(1);
      expect((await candidate.fetch(before.photoUrl ?? '')).status).toBe(404);
    });

    it('stays when somebody was faster, and leaves nothing behind', async () => {
      const candidate = await signedInCandidate(api, { photo: await aPhoto() });
      await update(candidate, { person: { workYears: 1 } });
      expect(await upload(candidate, 1)).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
      expect(await filesOf(candidate.accountId)).toBe(1);
      expect((await profileOf(candidate)).photoUrl).not.toBeNull();
    });

    it('is taken once from a request sent twice', async () => {
      const candidate = await signedInCandidate(api);
      const key = aKey();
      await upload(candidate, 1, key);
      expect(await upload(candidate, 1, key)).toMatchObject({ version: 2 });
      expect(await filesOf(candidate.accountId)).toBe(1);
      expect((await profileOf(candidate)).photoUrl).not.toBeNull();
    });
  });

  describe('the word about the photo', () => {
    async function explain(browser: SignedIn, note: string, version: number, key = aKey()) {
      const input = { note, version, idempotencyKey: key };
      return (await browser.send(ExplainProfilePhotoDocument, { input })).explainProfilePhoto;
    }

    it('is kept sealed beside the photo, told again, and taken back', async () => {
      const candidate = await signedInCandidate(api, { photo: await aPhoto() });
      const note = '外伤未愈，暂不能重拍';
      expect(await explain(candidate, ` ${note} `, 1)).toMatchObject({ version: 2 });
      expect((await profileOf(candidate)).photo?.note).toBe(note);
      const rows = await api.db.query('SELECT * FROM stored_file WHERE owner_id = ?', [
        candidate.accountId,
      ]);
      const log = await api.db.query('SELECT * FROM audit_log WHERE actor_id = ?', [
        candidate.accountId,
      ]);
      expect(JSON.stringify([rows, log])).not.toContain(note);
      await explain(candidate, '', 2);
      expect((await profileOf(candidate)).photo?.note).toBeNull();
    });

    it('changes once for a request sent twice', async () => {
      const candidate = await signedInCandidate(api, { photo: await aPhoto() });
      const key = aKey();
      for (let sent = 0; sent < 2; sent++) {
        expect(await explain(candidate, '一句话', 1, key)).toMatchObject({ version: 2 });
      }
    });

    it('is refused without a photo, when it is too long, and over somebody’s faster change', async () => {
      const candidate = await signedInCandidate(api);
      expect(await explain(candidate, '一句话', 1)).toMatchObject({ code: 'STATE_INVALID' });
      const other = await signedInCandidate(api, { photo: await aPhoto() });
      expect(await explain(other, '长'.repeat(201), 1)).toMatchObject({
        problems: [{ path: 'note', key: 'problem.maxLength' }],
      });
      await update(other, { person: { workYears: 2 } });
      expect(await explain(other, '一句话', 1)).toMatchObject({
        code: 'CONFLICT',
        currentVersion: 2,
      });
    });
  });

  describe('the phone', () => {
    const NEW = () => aPerson().phone;

    async function request(browser: SignedIn, phone: string, password = CANDIDATE_PASSWORD) {
      const humanCheck = await solvedCaptcha(browser);
      const input = { phone, password, humanCheck, idempotencyKey: aKey() };
      return (await browser.send(RequestPhoneChangeCodeDocument, { input })).requestPhoneChangeCode;
    }

    const change = async (browser: SignedIn, code: string) =>
      (await browser.send(ChangePhoneDocument, { input: { code } })).changePhone;

    it('is changed by a code sent to the new one, and the old one is told', async () => {
      const candidate = await signedInCandidate(api);
      const phone = NEW();
      expect(await request(candidate, phone)).toMatchObject({ __typename: 'CodeSent' });
      const changed = await change(candidate, await codeAt(api, phone));
      expect(changed).toMatchObject({
        phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
        version: 2,
      });
      const [told] = await messagesAt(api, candidate.person.phone);
      expect(told?.purpose).toBe('PHONE_CHANGED');
      expect((await messagesAt(api, phone)).map(({ purpose }) => purpose)).toEqual([
        'PHONE_CHANGE_CODE',
      ]);
      const { myInbox } = await candidate.send(MyInboxDocument, { first: 1 });
      expect(myInbox.edges[0]?.node.template).toBe('PHONE_CHANGED');
    });

    it('stays without the password, and nothing is sent', async () => {
      const candidate = await signedInCandidate(api);
      const phone = NEW();
      expect(await request(candidate, phone, 'not the password')).toMatchObject({
        problems: [{ path: 'password', message: '旧密码不正确。' }],
      });
      expect(await messagesAt(api, phone)).toEqual([]);
    });

    it('stays with a wrong code, or with the code in another session of the same person', async () => {
      const candidate = await signedInCandidate(api);
      const other = await signIn(api, candidate.accountId);
      const phone = NEW();
      await request(candidate, phone);
      const code = await codeAt(api, phone);
      expect(await change(candidate, otherThan(code))).toMatchObject({ code: 'CODE_INVALID' });
      expect(await change(other, code)).toMatchObject({ code: 'CODE_INVALID' });
      expect(await change(candidate, code)).toMatchObject({ __typename: 'Profile' });
    });

    it('is refused when three accounts have it already', async () => {
      const phone = NEW();
      for (let account = 0; account < 3; account++) await aCandidate(api, { person: { phone } });
      const candidate = await signedInCandidate(api);
      await request(candidate, phone);
      expect(await change(candidate, await codeAt(api, phone))).toMatchObject({
        problems: [{ path: 'phone', key: 'registration.phoneShared' }],
      });
    });
  });
});
