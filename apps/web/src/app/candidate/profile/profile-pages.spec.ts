import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { SESSION_REQUEST } from '../../core/session/session-renewal.js';
import { profileRoutes } from './profile.routes.js';

const PROFILE = {
  __typename: 'Profile',
  idType: 'RESIDENT_ID',
  idNumber: '340************001',
  name: '演示考生',
  sex: 'FEMALE',
  birthDate: '1985-11-04',
  phone: '139****0000',
  education: 'BACHELOR',
  degree: 'BACHELOR',
  school: '演示大学',
  graduationDate: '2007-07-01',
  majorType: 'NON_STEM',
  majorCatalogue: null,
  majorCode: null,
  major: '会计学',
  title: 'ENGINEER',
  employer: '演示检测公司',
  employerType: 'TESTING_BODY',
  employerAddress: null,
  divisionCode: '340100',
  divisionName: '安徽省合肥市',
  workYears: 6,
  email: null,
  postcode: null,
  postalAddress: '演示路 1 号',
  photoUrl: null,
  photo: null,
  version: 4,
};

function card(id: string, status: string, allowedActions: readonly string[]) {
  return {
    __typename: 'ApplicationEdge',
    cursor: id,
    node: {
      __typename: 'Application',
      id,
      number: `202611-00000${id}`,
      type: 'testing-initial',
      registrationType: 'INITIAL',
      status,
      version: 7,
      statusLine: '未审核',
      nextStep: '请等待审核',
      createdAt: '2026-11-01T02:00:00.000Z',
      submittedAt: status === 'DRAFT' ? null : '2026-11-02T02:00:00.000Z',
      returnDueAt: null,
      updatedAt: '2026-11-02T02:00:00.000Z',
      allowedActions,
      flags: {
        __typename: 'ApplicationFlags',
        signedFormMissing: false,
        signedFormStale: false,
        returnOpen: false,
      },
      item: {
        __typename: 'Item',
        code: 'RT-I',
        name: '射线胶片照相检测Ⅰ级',
        nameEn: 'Radiographic testing I',
        method: 'RT',
        level: 'I',
        track: 'TESTING',
      },
      plan: null,
    },
  };
}

function listOf(...edges: readonly unknown[]) {
  return {
    myApplications: {
      __typename: 'ApplicationConnection',
      totalCount: edges.length,
      totalCapped: false,
      pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
      edges,
    },
  };
}

async function open(address: string, answers: Record<string, unknown> = {}) {
  const server = new AnsweringServer({
    RequestCaptcha: CAPTCHA,
    MyProfile: { myProfile: PROFILE },
    MyApplications: listOf(),
    UpdateProfile: { updateProfile: { ...PROFILE, version: 5 } },
    ...answers,
  });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      { provide: SESSION_REQUEST, useValue: () => Promise.resolve(undefined) },
      provideRouter(
        [
          { path: 'profile', children: profileRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const hands = await PageHands.open(address);
  return { hands, server, router: TestBed.inject(Router) };
}

describe('The profile', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('shows every group with its way to change it, and none for document and birth date', async () => {
    const { hands } = await open('/profile');
    expect(hands.text).toContain('安徽省合肥市');
    const links = [...hands.page.querySelectorAll<HTMLAnchorElement>('a.change')];
    expect(links.map(({ pathname }) => pathname)).toEqual([
      '/profile/photo',
      '/profile/identity',
      '/profile/phone',
      '/profile/contact',
      '/profile/education',
      '/profile/employer',
      '/profile/notices',
    ]);
  });

  it('sends only what its page asks, under the version that was read, and says that it is saved', async () => {
    const { hands, router, server } = await open('/profile/contact');
    expect(hands.box('通讯地址').value).toBe('演示路 1 号');
    await hands.type('邮政编码', '２３００３１');
    await hands.press('保存');
    expect(server.askedFor('UpdateProfile')[0]?.variables['input']).toMatchObject({
      version: 4,
      person: { email: null, postalAddress: '演示路 1 号', postcode: '230031' },
    });
    expect(router.url).toBe('/profile?done=saved');
    expect(hands.text).toContain('已保存。');
  });

  it('lets choose which notices also come by phone and mail, and says which always do', async () => {
    const preferences = {
      __typename: 'NoticePreferences',
      sms: true,
      mail: true,
      language: 'ZH_CN',
      version: 3,
    };
    const { hands, router, server } = await open('/profile/notices', {
      MyNoticePreferences: { myNoticePreferences: preferences },
      UpdateNoticePreferences: {
        updateNoticePreferences: {
          __typename: 'ConflictError',
          code: 'CONFLICT',
          message: '内容刚刚被修改过',
          currentVersion: 4,
          changedAt: null,
          changedBy: null,
        },
      },
    });
    expect(hands.text).toContain('始终会发送');
    hands.box('短信').click();
    await hands.settle();
    await hands.press('保存');
    expect(hands.text).toContain('内容刚刚在别处被修改过');
    const saved = { ...preferences, sms: false, version: 5 };
    server.answer('UpdateNoticePreferences', { updateNoticePreferences: saved });
    await hands.press('保存我填写的内容');
    expect(
      server.askedFor('UpdateNoticePreferences').map(({ variables }) => variables['input']),
    ).toMatchObject([
      { sms: false, mail: true, language: 'ZH_CN', version: 3 },
      { sms: false, version: 4 },
    ]);
    expect(router.url).toBe('/profile?done=saved');
  });

  it('asks nothing about the sex when the number tells it', async () => {
    const { hands, server } = await open('/profile/identity');
    expect(hands.page.querySelector('#sex')).toBeNull();
    await hands.type('姓名', '演示·新名');
    await hands.press('保存');
    expect(server.askedFor('UpdateProfile')[0]?.variables['input']).toMatchObject({
      name: '演示·新名',
    });
  });

  it('shows what is wrong at the fields, its own and the server’s', async () => {
    const { hands, server } = await open('/profile/education', {
      UpdateProfile: {
        updateProfile: {
          __typename: 'InvalidInputError',
          code: 'VALIDATION',
          message: '有内容需要修改',
          problems: [
            {
              __typename: 'FieldProblem',
              path: 'person.graduationDate',
              key: 'problem.dateFuture',
              message: '日期不能晚于今天。',
            },
          ],
        },
      },
    });
    await hands.type('毕业院校', ' ');
    await hands.press('保存');
    expect(hands.summary).toEqual(['请输入毕业院校']);
    await hands.type('毕业院校', '演示理工大学');
    await hands.press('保存');
    expect(server.askedFor('UpdateProfile')).toHaveLength(1);
    expect(hands.summary).toEqual(['日期不能晚于今天。']);
  });

  it('keeps what was typed when somebody was faster, and writes over it only when told to', async () => {
    const { hands, router, server } = await open('/profile/contact', {
      UpdateProfile: {
        updateProfile: {
          __typename: 'ConflictError',
          code: 'CONFLICT',
          message: '内容刚刚被修改过',
          currentVersion: 9,
          changedAt: null,
          changedBy: null,
        },
      },
    });
    await hands.type('通讯地址', '演示路 2 号');
    await hands.press('保存');
    expect(hands.text).toContain('内容刚刚在别处被修改过');
    expect(hands.box('通讯地址').value).toBe('演示路 2 号');
    server.answer('UpdateProfile', { updateProfile: { ...PROFILE, version: 10 } });
    await hands.press('保存我填写的内容');
    expect(server.askedFor('UpdateProfile')[1]?.variables['input']).toMatchObject({ version: 9 });
    expect(router.url).toBe('/profile?done=saved');
  });

  it('says that open applications keep what was filed, and takes over only where it is possible', async () => {
    const { hands, server } = await open('/profile', {
      MyApplications: listOf(
        card('1', 'SUBMITTED', ['EDIT', 'WITHDRAW']),
        card('2', 'RETURNED', ['EDIT', 'RESUBMIT']),
        card('3', 'DRAFT', ['EDIT']),
      ),
      SaveAnswers: {
        saveAnswers: { __typename: 'RefusedError', code: 'STATE_INVALID', message: '不能修改' },
      },
    });
    expect(hands.text).toContain('不会改变已提交的内容');
    const buttons = [...hands.page.querySelectorAll('app-open-applications button')];
    expect(new Set(buttons.map(({ textContent }) => textContent.trim()))).toEqual(
      new Set(['同步到该报名 202611-000001']),
    );
    expect(hands.text).toContain('重新提交时会自动更新');
    (buttons[0] as HTMLButtonElement).click();
    await hands.settle();
    expect(server.askedFor('SaveAnswers')[0]?.variables['input']).toMatchObject({
      applicationId: '1',
      version: 7,
      answers: [],
    });
    expect(hands.text).toContain('不能修改');
  });

  it('offers a phone for the photo, and takes a word to staff about what looks doubtful', async () => {
    const photo = {
      __typename: 'StoredPhoto',
      id: 'photo-1',
      url: '/files/photo-1',
      width: 358,
      height: 441,
      note: null,
      checks: [
        {
          __typename: 'PhotoCheckResult',
          check: 'SHARPNESS',
          name: '清晰度',
          good: false,
          figure: '42',
          wanted: '≥ 80',
          message: '照片不够清晰。',
        },
      ],
    };
    const note = '外伤未愈，暂不能重拍';
    const { hands, server } = await open('/profile/photo', {
      MyProfile: { myProfile: { ...PROFILE, photo } },
      ExplainProfilePhoto: {
        explainProfilePhoto: { ...PROFILE, photo: { ...photo, note }, version: 5 },
      },
    });
    expect(hands.button('扫码拍照上传').getAttribute('aria-expanded')).toBe('false');
    expect(hands.text).toContain('照片不够清晰。');
    await hands.type('给审核人员的说明', note);
    await hands.press('保存说明');
    expect(server.askedFor('ExplainProfilePhoto')[0]?.variables['input']).toMatchObject({
      version: 4,
      note,
    });
    expect(hands.text).toContain('说明已保存');
  });

  it('proves a new phone with the password and a code', async () => {
    const { hands, router, server } = await open('/profile/phone', {
      RequestPhoneChangeCode: {
        requestPhoneChangeCode: {
          __typename: 'CodeSent',
          resendAfterSeconds: 60,
          expiresAt: '2026-11-24T02:05:00.000Z',
        },
      },
      ChangePhone: { changePhone: { ...PROFILE, phone: '138****0000', version: 5 } },
    });
    expect(hands.text).toContain('139****0000');
    await hands.type('新的手机号码', '13800000000');
    await hands.type('密码', 'lan-tian-bai-yun-57');
    await hands.type('验证码', 'ab3d');
    await hands.press('发送验证码');
    expect(server.askedFor('RequestPhoneChangeCode')[0]?.variables['input']).toMatchObject({
      phone: '13800000000',
      password: 'lan-tian-bai-yun-57',
    });
    await hands.type('短信验证码', '123456');
    await hands.press('验证');
    expect(router.url).toBe('/profile?done=phone');
    expect(hands.text).toContain('原号码也收到了通知');
  });
});
