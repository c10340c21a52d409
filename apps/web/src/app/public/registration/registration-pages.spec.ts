import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { sessionOf } from '../../../testing/session.js';
import { provideTexts } from '../../../testing/texts.js';
import { Session } from '../../core/session/session.js';
import { SESSION_REQUEST } from '../../core/session/session-renewal.js';
import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { registrationRoutes } from './registration.routes.js';

const NUMBER = '340101198511040001';
const FIELDS = {
  idType: 'RESIDENT_ID',
  idNumber: NUMBER,
  name: '演示',
  employer: '演示检测公司',
  employerType: 'TESTING_BODY',
  divisionCode: '340100',
  postalAddress: '演示路 1 号',
  education: 'BACHELOR',
  degree: 'NONE',
  school: '演示大学',
  graduationDate: '2007-07-01',
  majorType: 'NON_STEM',
  major: '会计学',
  title: 'NONE',
  workYears: 3,
};

function draft(fields: unknown, hasPhoto = false) {
  return {
    __typename: 'RegistrationDraft',
    phone: '13800000000',
    phoneVerified: true,
    fields,
    expiresAt: '2026-11-25T02:00:00.000Z',
    photo: hasPhoto
      ? {
          __typename: 'StoredPhoto',
          id: 'photo-1',
          url: '/files/photo-1',
          width: 358,
          height: 441,
          checks: [],
          note: null,
        }
      : null,
  };
}

async function open(address: string, answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({
    RequestCaptcha: CAPTCHA,
    RegistrationDraft: { registrationDraft: null },
    RequestRegistrationCode: {
      requestRegistrationCode: {
        __typename: 'CodeSent',
        resendAfterSeconds: 60,
        expiresAt: '2026-11-24T02:00:00.000Z',
      },
    },
    VerifyRegistrationCode: { verifyRegistrationCode: draft({}) },
    SaveRegistrationDraft: { saveRegistrationDraft: draft({}) },
    Divisions: {
      divisions: [
        { __typename: 'Division', code: '340000', name: '安徽省', parentCode: null },
        { __typename: 'Division', code: '340100', name: '合肥市', parentCode: '340000' },
        { __typename: 'Division', code: '810000', name: '香港特别行政区', parentCode: null },
      ],
    },
    Configuration: {
      configuration: {
        __typename: 'Configuration',
        demo: true,
        helpPhone: '000',
        privacyNoticeVersion: '2026-11',
        maxUploadBytes: 5_242_880,
      },
    },
    ...answers,
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(undefined) },
      provideRouter(
        [
          { path: 'register', children: registrationRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open(address);
  return { hands, server, router: TestBed.inject(Router) };
}

describe('Registration', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('begins with the identity and reads birth date and sex from the number', async () => {
    const { hands, router } = await open('/register');
    expect(router.url).toBe('/register/identity');
    expect(hands.text).toContain('第 1 步，共 5 步');
    await hands.type('证件号码', '３４０１０１ 19851104 0001');
    expect(hands.text).toContain('1985-11-04');
    expect(hands.text).toContain('女');
  });

  it('checks the number on going on, not while it is typed', async () => {
    const { hands, router } = await open('/register/identity');
    await hands.type('证件号码', '340101198511040002');
    expect(hands.summary).toEqual([]);
    await hands.press('继续');
    expect(hands.summary[0]).toContain('证件号码有误');
    expect(router.url).toBe('/register/identity');
  });

  it('keeps the identity in memory until the phone is verified, and saves it right then', async () => {
    const { hands, router, server } = await open('/register/identity');
    await hands.type('证件号码', NUMBER);
    await hands.type('姓名', '演示');
    await hands.press('继续');
    expect(router.url).toBe('/register/contact');
    expect(server.askedFor('SaveRegistrationDraft')).toEqual([]);
    await hands.type('手机号码', '138 0000 0000');
    await hands.type('验证码', 'ab3d');
    await hands.press('发送验证码');
    await hands.type('短信验证码', '123456');
    await hands.press('验证');
    expect(server.askedFor('RequestRegistrationCode')[0]?.variables['input']).toMatchObject({
      phone: '13800000000',
    });
    expect(server.askedFor('SaveRegistrationDraft')[0]?.variables['input']).toMatchObject({
      fields: { idNumber: NUMBER, name: '演示', school: null },
    });
    expect(hands.text).toContain('13800000000 已验证');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(NUMBER);
  });

  it('says so beside the code when it is wrong', async () => {
    const { hands } = await open('/register/identity', {
      VerifyRegistrationCode: {
        verifyRegistrationCode: {
          __typename: 'RefusedError',
          code: 'CODE_INVALID',
          message: '验证码不正确或已过期',
        },
      },
    });
    await hands.type('证件号码', NUMBER);
    await hands.type('姓名', '演示');
    await hands.press('继续');
    await hands.type('手机号码', '13800000000');
    await hands.type('验证码', 'ab3d');
    await hands.press('发送验证码');
    await hands.type('短信验证码', '000000');
    await hands.press('验证');
    expect(hands.summary).toEqual(['验证码不正确或已过期']);
  });

  it('comes back to the first step that is not finished, with everything that was typed', async () => {
    const { hands, router } = await open('/register/check', {
      RegistrationDraft: { registrationDraft: draft({ ...FIELDS, school: null }) },
    });
    expect(router.url).toBe('/register/education');
    expect(hands.box('所学专业').value).toBe('会计学');
    expect(hands.box('从事相关工作年限').value).toBe('3');
  });

  it('takes a province without cities as the place itself', async () => {
    const { hands, server } = await open('/register/contact', {
      RegistrationDraft: { registrationDraft: draft({ ...FIELDS, divisionCode: null }) },
    });
    await hands.type('设置密码', 'a long enough password');
    await hands.type('再次输入密码', 'a long enough password');
    await hands.type('单位所在省份', '340000');
    await hands.press('继续');
    expect(hands.summary).toEqual(['请选择单位所在城市']);
    await hands.type('单位所在省份', '810000');
    await hands.press('继续');
    expect(server.askedFor('SaveRegistrationDraft')[0]?.variables['input']).toMatchObject({
      fields: { divisionCode: '810000' },
    });
  });

  describe('at the check', () => {
    const READY = {
      RegistrationDraft: { registrationDraft: draft(FIELDS, true) },
      SaveRegistrationDraft: { saveRegistrationDraft: draft(FIELDS, true) },
    };

    async function agree(hands: PageHands): Promise<void> {
      for (const id of ['privacy', 'photo-consent', 'truth']) {
        hands.page.querySelector<HTMLInputElement>(`#${id}`)?.click();
      }
      await hands.settle();
    }

    async function openReady(register: unknown) {
      const opened = await open('/register/contact', { ...READY, Register: { register } });
      const { hands, router } = opened;
      await hands.type('设置密码', 'a long enough password');
      await hands.type('再次输入密码', 'a long enough password');
      await router.navigateByUrl('/register/contact?from=check');
      await hands.settle();
      await hands.press('继续');
      expect(router.url).toBe('/register/check');
      return opened;
    }

    it('shows every answer with a way to change it', async () => {
      const { hands } = await open('/register/check', READY);
      expect(hands.text).toContain('安徽省 合肥市');
      expect(hands.text).toContain('1985-11-04');
      expect(hands.page.querySelector('a[href="/register/education?from=check"]')).not.toBeNull();
    });

    it('registers nobody before everything is ticked', async () => {
      const { hands, server } = await openReady(null);
      await hands.press('提交注册');
      expect(hands.summary).toHaveLength(3);
      expect(server.askedFor('Register')).toEqual([]);
    });

    it('asks for the password again after a reload', async () => {
      const { hands, server } = await open('/register/check', READY);
      await agree(hands);
      await hands.press('提交注册');
      expect(hands.page.querySelector('kp-banner a')?.getAttribute('href')).toBe(
        '/register/contact?from=check',
      );
      expect(server.askedFor('Register')).toEqual([]);
    });

    it('signs the new candidate in', async () => {
      const { hands, router, server } = await openReady({
        __typename: 'Session',
        ...sessionOf('CANDIDATE'),
      });
      await agree(hands);
      await hands.press('提交注册');
      expect(server.askedFor('Register')[0]?.variables['input']).toMatchObject({
        idNumber: NUMBER,
        birthDate: null,
        privacyNoticeVersion: '2026-11',
        person: { workYears: 3, email: null, divisionCode: '340100' },
      });
      expect(TestBed.inject(Session).side()).toBe('candidate');
      expect(router.url).toBe('/register/done');
      expect(hands.text).toContain('账号已创建');
    });

    it('leads to log-in with the number when it is registered already, and forgets nothing', async () => {
      const { hands, server } = await openReady({
        __typename: 'IdAlreadyRegisteredError',
        code: 'ID_ALREADY_REGISTERED',
        message: '该证件号码已注册',
      });
      await agree(hands);
      await hands.press('提交注册');
      expect(hands.text).toContain('此身份证号码已经存在');
      const link = hands.page.querySelector('kp-banner a');
      expect(link?.getAttribute('href')).toBe(`/login?id=${NUMBER}`);
      expect(hands.text).toContain('演示大学');
      await hands.press('提交注册');
      expect(server.askedFor('Register')).toHaveLength(2);
    });

    it('goes back to the phone when the server knows the draft no longer, and keeps the answers', async () => {
      const { hands, router } = await openReady({
        __typename: 'RefusedError',
        code: 'UNAUTHENTICATED',
        message: '注册内容已过期',
      });
      await agree(hands);
      await hands.press('提交注册');
      const link = hands.page.querySelector('kp-banner a');
      expect(link?.textContent).toContain('注册内容已过期');
      await router.navigateByUrl(link?.getAttribute('href') ?? '');
      await hands.settle();
      await hands.type('手机号码', '13800000000');
      await hands.type('验证码', 'ab3d');
      await hands.press('发送验证码');
      await hands.type('短信验证码', '123456');
      await hands.press('验证');
      expect(hands.box('工作单位').value).toBe('演示检测公司');
    });

    it('shows a refused answer at its step until it is changed', async () => {
      const { hands, router } = await openReady({
        __typename: 'InvalidInputError',
        code: 'VALIDATION',
        message: '请检查',
        problems: [{ path: 'input.person.school', key: 'problem.text', message: '请填写学校全称' }],
      });
      await agree(hands);
      await hands.press('提交注册');
      const link = hands.page.querySelector('kp-banner a');
      expect(link?.textContent).toContain('请填写学校全称');
      await router.navigateByUrl(link?.getAttribute('href') ?? '');
      await hands.settle();
      expect(hands.summary).toEqual(['请填写学校全称']);
      await hands.type('毕业院校', '演示理工大学');
      expect(hands.summary).toEqual([]);
      await hands.press('继续');
      expect(router.url).toBe('/register/check');
    });
  });
});
