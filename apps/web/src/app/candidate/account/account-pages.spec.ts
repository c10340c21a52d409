import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { PasswordPage } from './password-page.js';
import { SessionsPage } from './sessions-page.js';

const NEW_PASSWORD = 'chun-hua-qiu-yue-39';

const HERE = {
  __typename: 'OwnSession',
  id: 'session-1',
  device: 'Chrome · Windows',
  startedAt: '2026-11-24T02:00:00.000Z',
  lastUsedAt: '2026-11-24T02:05:00.000Z',
  isCurrent: true,
};
const ELSEWHERE = { ...HERE, id: 'session-2', device: null, isCurrent: false };

async function open(address: string, answers: Record<string, unknown>) {
  const server = new AnsweringServer(answers);
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter(
        [
          { path: 'password', component: PasswordPage },
          { path: 'sessions', component: SessionsPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  return { hands: await PageHands.open(address), server };
}

async function fill(hands: PageHands, current: string, password: string, again = password) {
  await hands.type('旧密码', current);
  await hands.type('新密码', password);
  await hands.type('确认新密码', again);
  await hands.press('修改');
}

describe('Changing the password', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  const refusal = (path: string, message: string) => ({
    changePassword: {
      __typename: 'InvalidInputError',
      code: 'VALIDATION',
      message: '有内容需要修改',
      problems: [{ __typename: 'FieldProblem', path, key: 'password', message }],
    },
  });

  it('says that it is done, and empties the boxes', async () => {
    const { hands, server } = await open('/password', {
      ChangePassword: { changePassword: { __typename: 'Done' } },
    });
    await fill(hands, 'lan-tian-bai-yun-57', NEW_PASSWORD);
    expect(server.askedFor('ChangePassword')[0]?.variables['input']).toMatchObject({
      currentPassword: 'lan-tian-bai-yun-57',
      newPassword: NEW_PASSWORD,
    });
    expect(hands.text).toContain('密码已修改，其他设备已退出登录');
    expect(hands.box('旧密码').value).toBe('');
    expect(hands.summary).toEqual([]);
  });

  it.each([
    ['', NEW_PASSWORD, NEW_PASSWORD, '请输入旧密码'],
    ['lan-tian-bai-yun-57', 'short', 'short', '密码至少 10 个字符'],
    ['lan-tian-bai-yun-57', NEW_PASSWORD, 'another', '两次输入的密码不一致'],
    [NEW_PASSWORD, NEW_PASSWORD, NEW_PASSWORD, '新密码不能与旧密码相同'],
  ])('asks nothing of the server for %j, %j, %j: %s', async (current, one, two, words) => {
    const { hands, server } = await open('/password', {});
    await fill(hands, current, one, two);
    expect(hands.summary).toEqual([words]);
    expect(server.askedFor('ChangePassword')).toEqual([]);
  });

  it.each([
    ['currentPassword', '旧密码不正确。'],
    ['newPassword', '密码过于常见，容易被猜到，请换一个。'],
  ])('shows at %s what the server says: %s', async (path, words) => {
    const { hands } = await open('/password', { ChangePassword: refusal(path, words) });
    await fill(hands, 'lan-tian-bai-yun-57', NEW_PASSWORD);
    expect(hands.summary).toEqual([words]);
  });

  it('names the two buttons that show a password differently', async () => {
    const { hands } = await open('/password', {});
    const names = [...hands.page.querySelectorAll('app-password-field button')].map((button) =>
      button.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(names).toEqual(['显示 旧密码', '显示 新密码', '显示 确认新密码']);
  });
});

describe('The signed-in devices', () => {
  it('are listed, and the others can be signed out', async () => {
    const { hands, server } = await open('/sessions', {
      MySessions: { mySessions: [HERE, ELSEWHERE] },
      LogOutOthers: { logOutOthers: { __typename: 'OtherSessionsEnded', ended: 1 } },
    });
    expect(hands.text).toContain('Chrome · Windows');
    expect(hands.text).toContain('未知设备');
    server.answer('MySessions', { mySessions: [HERE] });
    await hands.press('退出其他设备');
    expect(hands.text).toContain('已退出其他 1 个设备');
    expect(hands.text).toContain('没有在其他设备上登录');
    expect(hands.text).not.toContain('未知设备');
  });
});
