import {
  RegistrationDraftDocument,
  SaveRegistrationDraftDocument,
  type RegisterInput,
} from '@kaopu/graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoIdNumber } from '../../src/catalogue/demo/demo-id-numbers.js';
import { SharedPhones } from '../../src/profile/phone/shared-phones.js';
import { aCandidate } from '../builders/accounts.js';
import { withKnownCaptchas } from '../builders/human-check.js';
import { aPerson } from '../builders/people.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { Registrant } from './registration.js';

describe('a registration is refused', () => {
  let api: ApiHarness;

  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  describe('field by field', () => {
    let registrant: Registrant;
    beforeAll(async () => {
      registrant = await new Registrant(api).prepare();
    });

    const person = (changes: Partial<RegisterInput['person']>) => ({
      person: { ...registrant.input().person, ...changes },
    });
    const { birthDate } = aPerson();

    it.each<[string, string, () => Partial<RegisterInput>]>([
      ['idNumber', 'problem.idNumber.EMPTY', () => ({ idNumber: ' ' })],
      ['idNumber', 'problem.idNumber.CHECK_DIGIT', () => ({ idNumber: '340101199001010000' })],
      ['idNumber', 'problem.idNumber.BIRTH_DATE', () => ({ idNumber: '340101199002290007' })],
      ['idNumber', 'problem.idNumber.FIFTEEN_DIGITS', () => ({ idNumber: '340101900101000' })],
      ['idNumber', 'problem.idNumber.SHAPE', () => ({ idNumber: '34010' })],
      ['idType', 'problem.choice', () => ({ idType: 'MILITARY_ID', idNumber: '军字第1234号' })],
      [
        'idCountry',
        'problem.idNumber.COUNTRY',
        () => ({ idType: 'PASSPORT', idNumber: 'X1234567' }),
      ],
      ['sex', 'problem.required', () => ({ idType: 'TW_TRAVEL_PERMIT', idNumber: '12345678' })],
      [
        'birthDate',
        'problem.dateFuture',
        () => ({ idType: 'TW_TRAVEL_PERMIT', idNumber: '12345678', birthDate: '2027-01-01' }),
      ],
      ['name', 'problem.required', () => ({ name: ' ' })],
      ['name', 'problem.name', () => ({ name: '演' })],
      ['name', 'problem.name', () => ({ name: '<b>演示</b>' })],
      ['password', 'password.tooShort', () => ({ password: 'lan-tian5' })],
      ['password', 'password.tooLong', () => ({ password: 'lan tian bai yun '.repeat(10) })],
      ['password', 'password.guessable', () => ({ password: 'password1234' })],
      ['password', 'password.guessable', () => ({ password: 'kaopukaopu11' })],
      ['password', 'password.idDigits', () => ({ password: `lan-tian-${birthDateDigits()}` })],
      [
        'password',
        'password.idDigits',
        () => ({ password: `lan-tian-${registrant.person.phone}` }),
      ],
      ['person.education', 'problem.choice', () => person({ education: 'SAGE' })],
      ['person.degree', 'problem.choice', () => person({ degree: 'SAGE' })],
      ['person.school', 'problem.required', () => person({ school: '　' })],
      ['person.school', 'problem.maxLength', () => person({ school: '学'.repeat(101) })],
      ['person.school', 'problem.text', () => person({ school: '学\u0000校' })],
      [
        'person.graduationDate',
        'problem.dateFuture',
        () => person({ graduationDate: '2026-11-25' }),
      ],
      ['person.majorType', 'problem.required', () => person({ majorType: '' })],
      ['person.major', 'problem.required', () => person({ major: '' })],
      ['person.majorCode', 'problem.choice', () => person({ majorCode: '080203' })],
      ['person.title', 'problem.choice', () => person({ title: 'KING' })],
      ['person.employer', 'problem.required', () => person({ employer: '' })],
      ['person.employerType', 'problem.choice', () => person({ employerType: 'KINGDOM' })],
      [
        'person.employerAddress',
        'problem.maxLength',
        () => person({ employerAddress: '路'.repeat(201) }),
      ],
      ['person.divisionCode', 'problem.choice', () => person({ divisionCode: '999999' })],
      ['person.divisionCode', 'problem.required', () => person({ divisionCode: ' ' })],
      ['person.postalAddress', 'problem.required', () => person({ postalAddress: '' })],
      ['person.postcode', 'problem.postcode', () => person({ postcode: '1234' })],
      ['person.email', 'problem.email', () => person({ email: 'kaosheng@' })],
      ['person.workYears', 'problem.integer', () => person({ workYears: 61 })],
      ['person.workYears', 'problem.integer', () => person({ workYears: -1 })],
      ['photoConsent', 'registration.photoConsentMissing', () => ({ photoConsent: false })],
      ['truthDeclared', 'registration.truthMissing', () => ({ truthDeclared: false })],
      [
        'privacyNoticeVersion',
        'registration.noticeOutdated',
        () => ({ privacyNoticeVersion: '1' }),
      ],
    ])('%s: %s', async (path, key, changes) => {
      const answer = await registrant.register(changes());
      if (answer.__typename !== 'InvalidInputError') throw new Error(JSON.stringify(answer));
      const problem = answer.problems.find((one) => one.path === path);
      expect(problem?.key).toBe(key);
      expect(problem?.message).toMatch(/\p{Script=Han}.*。$/u);
    });

    it('with all problems at once', async () => {
      const answer = await registrant.register({ name: '', password: '1', truthDeclared: false });
      if (answer.__typename !== 'InvalidInputError') throw new Error(JSON.stringify(answer));
      expect(answer.problems.map(({ path }) => path)).toEqual([
        'name',
        'truthDeclared',
        'password',
      ]);
    });

    it('by its own number although another birth date was typed beside it', () => {
      expect(birthDate).not.toBe('1950-01-01');
      expect(registrant.input({ birthDate: '1950-01-01' }).idNumber).toContain(birthDateDigits());
    });

    const birthDateDigits = (): string => registrant.person.birthDate.replaceAll('-', '');
  });

  it('without a registration in this browser', async () => {
    expect(await new Registrant(api).register()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('with a passport of a country that does not exist', async () => {
    const registrant = await new Registrant(api).prepare();
    const passport = await registrant.register({
      idType: 'PASSPORT',
      idNumber: 'E00000001',
      idCountry: 'ZZA',
      birthDate: '1980-01-02',
      sex: 'MALE',
    });
    expect(passport).toMatchObject({
      problems: [{ path: 'idCountry', key: 'problem.idNumber.COUNTRY' }],
    });
  });

  it('without a verified phone and a photo', async () => {
    const registrant = new Registrant(api);
    await registrant.requestCode();
    await expect(registrant.uploadPhoto()).rejects.toThrow('UNAUTHENTICATED');
    const answer = await registrant.register();
    if (answer.__typename !== 'InvalidInputError') throw new Error(JSON.stringify(answer));
    expect(answer.problems).toMatchObject([
      { path: 'phone', key: 'registration.phoneNotVerified' },
      { path: 'photo', key: 'registration.photoMissing' },
    ]);
  });

  it('as the fourth account of one phone', async () => {
    const { phone } = aPerson();
    for (let count = 0; count < 3; count++) await aCandidate(api, { person: { phone } });
    const registrant = await new Registrant(api, aPerson({ phone })).prepare();
    expect(await registrant.register()).toMatchObject({
      problems: [{ path: 'phone', key: 'registration.phoneShared' }],
    });
  });

  describe('of more accounts at one moment than may share a phone', () => {
    const together = async (): Promise<string[]> => {
      const { phone } = aPerson();
      for (let count = 0; count < 2; count++) await aCandidate(api, { person: { phone } });
      const registrants: Registrant[] = [];
      for (let count = 0; count < 3; count++) {
        registrants.push(await new Registrant(api, aPerson({ phone })).prepare());
        api.clock.advance(61);
      }
      const answers = await Promise.all(registrants.map((one) => one.register()));
      return answers.map((answer) => answer.__typename).sort();
    };

    it('all but the one that fits', async () => {
      expect(await together()).toEqual(['InvalidInputError', 'InvalidInputError', 'Session']);
    });

    it('none, when nobody holds the phone while counting (control)', async () => {
      const phones = api.app.get(SharedPhones);
      const everybody = Promise.withResolvers<undefined>();
      let waiting = 0;
      Object.defineProperty(phones, 'hold', {
        configurable: true,
        value: () => {
          if (++waiting === 3) everybody.resolve(undefined);
          return everybody.promise;
        },
      });
      try {
        expect(await together()).toEqual(['Session', 'Session', 'Session']);
      } finally {
        Reflect.deleteProperty(phones, 'hold');
      }
    });
  });

  describe('beyond the budgets, the same whether or not the number exists', () => {
    const onBirthday = (birthDate: string, area: string) => ({
      idNumber: demoIdNumber('RESIDENT_ID', area, birthDate),
    });

    beforeEach(() => api.clock.advance(26 * 3600));

    it('for the fourth number of one registration', async () => {
      const registrant = await new Registrant(api).prepare();
      const taken = [];
      for (const area of ['340101', '340102', '340103', '340104']) {
        const numbers = onBirthday('1961-03-04', area);
        await aCandidate(api, { person: { ...numbers, birthDate: '1961-03-04' } });
        taken.push((await registrant.register(numbers)).__typename);
      }
      expect(taken).toEqual([
        ...Array<string>(3).fill('IdAlreadyRegisteredError'),
        'RateLimitedError',
      ]);
      const free = await registrant.register(onBirthday('1961-03-05', '340105'));
      const known = await registrant.register(onBirthday('1961-03-04', '340104'));
      expect(JSON.stringify(free)).toBe(JSON.stringify(known));
    });

    it('for the sixth number of one region and birthday, over everybody', async () => {
      const body = '34010119620708';
      const outcomes = [];
      for (const sequence of ['000', '002', '004', '006', '008', '010']) {
        const idNumber = completed(body + sequence);
        await aCandidate(api, { person: { idNumber, birthDate: '1962-07-08' } });
        const registrant = await new Registrant(api).prepare();
        outcomes.push((await registrant.register({ idNumber })).__typename);
      }
      expect(outcomes).toEqual([
        ...Array<string>(5).fill('IdAlreadyRegisteredError'),
        'RateLimitedError',
      ]);
    });
  });

  describe('at the phone code', () => {
    it('which needs a human, a mobile number, and a minute between two messages', async () => {
      const registrant = new Registrant(api);
      expect(await registrant.requestCode('021-12345678')).toMatchObject({
        problems: [{ path: 'phone', key: 'problem.phone' }],
      });
      expect(await registrant.requestCode()).toMatchObject({ resendAfterSeconds: 60 });
      const early = await registrant.requestCode();
      expect(early).toMatchObject({ code: 'RATE_LIMITED' });
      const other = new Registrant(api, registrant.person);
      expect(await other.requestCode()).toMatchObject({ code: 'RATE_LIMITED' });
      api.clock.advance(60);
      expect(await registrant.requestCode(`+86 ${registrant.person.phone}`)).toHaveProperty(
        'expiresAt',
      );
    });

    it('after five messages an hour', async () => {
      const registrant = new Registrant(api);
      const outcomes = [];
      api.clock.advance(3600 - (Math.floor(api.clock.now().getTime() / 1000) % 3600));
      for (let count = 0; count < 6; count++) {
        outcomes.push((await registrant.requestCode()).__typename);
        api.clock.advance(61);
      }
      expect(outcomes).toEqual([...Array<string>(5).fill('CodeSent'), 'RateLimitedError']);
    });

    it('that is wrong, and after five tries also the right one', async () => {
      const registrant = new Registrant(api);
      await registrant.requestCode();
      const code = await registrant.receivedCode();
      const wrong = code === '123456' ? '123457' : '123456';
      for (let guess = 0; guess < 5; guess++) {
        expect(await registrant.verifyCode(wrong)).toMatchObject({ code: 'CODE_INVALID' });
      }
      expect(await registrant.verifyCode(code)).toMatchObject({ code: 'CODE_INVALID' });
    });

    it('that is older than five minutes, used, another browser’s, or followed by a newer one', async () => {
      const registrant = new Registrant(api);
      await registrant.requestCode();
      const first = await registrant.receivedCode();
      const other = new Registrant(api);
      await other.requestCode();
      expect(await other.verifyCode(first)).toMatchObject({ code: 'CODE_INVALID' });
      api.clock.advance(61);
      await registrant.requestCode();
      const second = await registrant.receivedCode();
      if (first !== second) {
        expect(await registrant.verifyCode(first)).toMatchObject({ code: 'CODE_INVALID' });
      }
      const spaced = `${second.slice(0, 3)} ${second.slice(3)}`;
      expect(await registrant.verifyCode(spaced)).toMatchObject({ phoneVerified: true });
      expect(await registrant.verifyCode(second)).toMatchObject({ code: 'CODE_INVALID' });
      api.clock.advance(61);
      await registrant.requestCode();
      const third = await registrant.receivedCode();
      api.clock.advance(300);
      expect(await registrant.verifyCode(third)).toMatchObject({ code: 'CODE_INVALID' });
    });

    it('and a phone changed afterwards has to be verified again', async () => {
      const registrant = await new Registrant(api).prepare();
      await registrant.requestCode(aPerson().phone);
      const { registrationDraft } = await registrant.browser.send(RegistrationDraftDocument);
      expect(registrationDraft?.phoneVerified).toBe(false);
    });
  });

  describe('as a draft', () => {
    it('that holds too much', async () => {
      const input = { fields: { school: '学'.repeat(3000) } };
      const answer = await api.browser().send(SaveRegistrationDraftDocument, { input });
      expect(answer.saveRegistrationDraft).toMatchObject({
        problems: [{ key: 'registration.draftTooLarge' }],
      });
    });

    it('never: password and unknown names are left out', async () => {
      const browser = api.browser();
      const fields = {
        name: '演示',
        password: 'secret',
        isAdmin: true,
        person: { school: '演示', x: 1 },
      };
      const answer = await browser.send(SaveRegistrationDraftDocument, { input: { fields } });
      expect(answer.saveRegistrationDraft).toMatchObject({
        fields: { name: '演示', person: { school: '演示' } },
      });
    });

    it('after 24 hours', async () => {
      const browser = api.browser();
      await browser.send(SaveRegistrationDraftDocument, { input: { fields: { name: '演示' } } });
      api.clock.advance(24 * 3600 - 1);
      expect((await browser.send(RegistrationDraftDocument)).registrationDraft).not.toBeNull();
      api.clock.advance(1);
      expect((await browser.send(RegistrationDraftDocument)).registrationDraft).toBeNull();
    });
  });
});

/** The 17 digits with the one check character that fits (GB 11643). */
function completed(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
