import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSms } from './sms-settings.js';

const SECRETS = { smsKeyId: 'id', smsKeySecret: 'secret' };

const folder = mkdtempSync(join(tmpdir(), 'kaopu-sms-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const path = join(folder, `${++files}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const TENCENT = {
  appId: '1400000000',
  signName: '演示签名',
  templates: { LOG_IN_CODE: { id: '77', params: ['code', 'minutes'] } },
};

describe('settings of text messages', () => {
  it('are a page in a demonstration and nothing elsewhere, unless something is chosen', () => {
    expect(readSms({}, true, {})).toEqual({ provider: 'page' });
    expect(readSms({}, false, {})).toEqual({ provider: 'none' });
    expect(readSms({ KAOPU_SMS: 'console' }, false, {})).toEqual({ provider: 'console' });
  });

  it('take secrets from the environment first, then from the secrets file', () => {
    const env = { KAOPU_SMS: 'tencent', KAOPU_SMS_FILE: fileOf(TENCENT) };
    expect(readSms(env, false, SECRETS)).toEqual({
      provider: 'tencent',
      endpoint: 'https://sms.tencentcloudapi.com',
      region: 'ap-guangzhou',
      keyId: 'id',
      keySecret: 'secret',
      ...TENCENT,
    });
    const own = { ...env, KAOPU_SMS_KEY_ID: 'env-id', KAOPU_SMS_KEY_SECRET: 'env-secret' };
    expect(readSms(own, false, SECRETS)).toMatchObject({
      keyId: 'env-id',
      keySecret: 'env-secret',
    });
  });

  it('take a template by its id alone', () => {
    const path = fileOf({ signName: '演示签名', templates: { LOG_IN_CODE: 'SMS_1' } });
    expect(readSms({ KAOPU_SMS: 'aliyun', KAOPU_SMS_FILE: path }, false, SECRETS)).toMatchObject({
      templates: { LOG_IN_CODE: { id: 'SMS_1', params: [] } },
    });
  });

  it.each<[string, NodeJS.ProcessEnv, typeof SECRETS | object, string]>([
    ['an unknown provider', { KAOPU_SMS: 'pigeon' }, {}, 'KAOPU_SMS must be'],
    ['the page outside of a demonstration', { KAOPU_SMS: 'page' }, {}, 'demonstrations'],
    ['no file', { KAOPU_SMS: 'http' }, SECRETS, 'KAOPU_SMS_FILE is not set'],
    [
      'a broken file',
      { KAOPU_SMS: 'http', KAOPU_SMS_FILE: fileOf('{') },
      SECRETS,
      'cannot be read',
    ],
    ['no address', { KAOPU_SMS: 'http', KAOPU_SMS_FILE: fileOf({}) }, SECRETS, '"endpoint"'],
    [
      'no secret',
      { KAOPU_SMS: 'http', KAOPU_SMS_FILE: fileOf({ endpoint: 'http://localhost' }) },
      {},
      'smsKeySecret',
    ],
    [
      'a template without id',
      {
        KAOPU_SMS: 'aliyun',
        KAOPU_SMS_FILE: fileOf({ signName: 'x', templates: { LOG_IN_CODE: { params: [] } } }),
      },
      SECRETS,
      'LOG_IN_CODE',
    ],
  ])('refuse %s with words for the operator', (_, env, secrets, words) => {
    expect(() => readSms(env, false, secrets)).toThrow(words);
  });
});
