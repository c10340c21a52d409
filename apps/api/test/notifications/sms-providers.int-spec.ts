import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AliyunSms } from '../../src/notifications/sms/aliyun-sms.js';
import { HttpSms } from '../../src/notifications/sms/http-sms.js';
import type { SmsOutcome, SmsProvider } from '../../src/notifications/sms/sms-provider.js';
import { TencentSms } from '../../src/notifications/sms/tencent-sms.js';
import { SmsGateway, type GatewayMode } from '../support/sms-gateway.js';

const MESSAGE = {
  id: '0199-message',
  purpose: 'LOG_IN_CODE',
  phone: '13900000000',
  body: '【考谱】登录验证码 123456，5 分钟内有效。请勿告诉他人。',
  params: { code: '123456', minutes: '5' },
};
const NOW = () => new Date('2026-11-24T02:00:00.987Z');
const KEY = { keyId: 'demo-key', keySecret: 'demo-secret', signName: '演示签名' };

describe('providers of text messages', () => {
  let gateway: SmsGateway;
  let http: HttpSms;
  let aliyun: AliyunSms;
  let tencent: TencentSms;

  beforeAll(async () => {
    gateway = await SmsGateway.start();
    const endpoint = gateway.url;
    http = new HttpSms({ endpoint: `${endpoint}/send`, keySecret: 'demo-secret' });
    const templates = { LOG_IN_CODE: { id: 'SMS_1', params: [] } };
    aliyun = new AliyunSms({ provider: 'aliyun', endpoint, templates, ...KEY }, NOW);
    tencent = new TencentSms(
      {
        provider: 'tencent',
        endpoint,
        region: 'ap-guangzhou',
        appId: '1400000000',
        templates: { LOG_IN_CODE: { id: '77', params: ['code', 'minutes'] } },
        ...KEY,
      },
      NOW,
    );
  });
  beforeEach(() => {
    gateway.calls.length = 0;
  });
  afterAll(() => gateway.stop());

  async function sent(provider: SmsProvider, mode: GatewayMode): Promise<SmsOutcome> {
    gateway.mode = mode;
    return provider.send(MESSAGE);
  }

  it('are asked over plain HTTP with the message’s key', async () => {
    const outcome = await sent(http, { status: 202, json: { id: 'gw-1' } });
    expect(outcome).toEqual({ kind: 'SENT', providerId: 'gw-1' });
    const [call] = gateway.calls;
    expect(call).toMatchObject({ url: '/send' });
    expect(call?.headers).toMatchObject({
      authorization: 'Bearer demo-secret',
      'idempotency-key': MESSAGE.id,
    });
    const { id, purpose, phone, body, params } = MESSAGE;
    expect(JSON.parse(call?.body ?? '')).toEqual({ id, purpose, phone, text: body, params });
  });

  it('are asked as Alibaba Cloud wants it', async () => {
    const outcome = await sent(aliyun, { status: 200, json: { Code: 'OK', BizId: 'biz-1' } });
    expect(outcome).toEqual({ kind: 'SENT', providerId: 'biz-1' });
    const [call] = gateway.calls;
    const query = Object.fromEntries(new URL(call?.url ?? '', gateway.url).searchParams);
    expect(query).toEqual({
      PhoneNumbers: MESSAGE.phone,
      SignName: KEY.signName,
      TemplateCode: 'SMS_1',
      TemplateParam: JSON.stringify(MESSAGE.params),
      OutId: MESSAGE.id,
    });
    expect(call?.headers).toMatchObject({
      'x-acs-action': 'SendSms',
      'x-acs-version': '2017-05-25',
      'x-acs-date': '2026-11-24T02:00:00Z',
      host: new URL(gateway.url).host,
    });
    expect(call?.headers.authorization).toMatch(
      /^ACS3-HMAC-SHA256 Credential=demo-key,SignedHeaders=host;.*,Signature=[0-9a-f]{64}$/,
    );
  });

  it('are asked as Tencent Cloud wants it', async () => {
    const json = { Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: 'serial-1' }] } };
    const outcome = await sent(tencent, { status: 200, json });
    expect(outcome).toEqual({ kind: 'SENT', providerId: 'serial-1' });
    const [call] = gateway.calls;
    expect(call?.headers).toMatchObject({
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': 'ap-guangzhou',
      'x-tc-timestamp': '1795485600',
    });
    expect(call?.headers.authorization).toMatch(
      /^TC3-HMAC-SHA256 Credential=demo-key\/2026-11-24\/sms\/tc3_request, /,
    );
    expect(JSON.parse(call?.body ?? '')).toEqual({
      PhoneNumberSet: [`+86${MESSAGE.phone}`],
      SmsSdkAppId: '1400000000',
      SignName: KEY.signName,
      TemplateId: '77',
      TemplateParamSet: ['123456', '5'],
      SessionContext: MESSAGE.id,
    });
  });

  it.each<[string, () => SmsProvider, GatewayMode, SmsOutcome['kind']]>([
    ['a busy gateway', () => http, { status: 503, json: {} }, 'LATER'],
    ['a gateway that broke, but knows the key', () => http, { status: 500, json: {} }, 'LATER'],
    ['a gateway that hung up, but knows the key', () => http, 'HANG_UP', 'LATER'],
    ['a gateway that refuses', () => http, { status: 422, json: {} }, 'REFUSED'],
    ['a provider that hung up', () => aliyun, 'HANG_UP', 'UNCERTAIN'],
    ['a provider that broke', () => tencent, { status: 500, json: {} }, 'UNCERTAIN'],
    [
      'a limit of the provider’s',
      () => aliyun,
      { status: 200, json: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } },
      'LATER',
    ],
    [
      'a number the provider does not take',
      () => aliyun,
      { status: 200, json: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' } },
      'REFUSED',
    ],
    ['a throttled key', () => aliyun, { status: 400, json: { Code: 'Throttling.User' } }, 'LATER'],
    [
      'a wrong signature',
      () => tencent,
      { status: 200, json: { Response: { Error: { Code: 'AuthFailure.SignatureFailure' } } } },
      'REFUSED',
    ],
    [
      'a limit for one number',
      () => tencent,
      {
        status: 200,
        json: {
          Response: { SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberThirtySecondLimit' }] },
        },
      },
      'LATER',
    ],
  ])('%s', async (_, provider, mode, kind) => {
    expect((await sent(provider(), mode)).kind).toBe(kind);
  });

  it('are not asked without a template for the purpose', async () => {
    const outcome = await aliyun.send({ ...MESSAGE, purpose: 'OTHER' });
    expect(outcome).toEqual({ kind: 'REFUSED', reason: 'no template for OTHER' });
    expect(gateway.calls).toEqual([]);
  });

  it('that are not there at all are tried again', async () => {
    const nobody = await SmsGateway.start();
    const provider = new AliyunSms(
      {
        provider: 'aliyun',
        endpoint: nobody.url,
        templates: { LOG_IN_CODE: { id: 'SMS_1', params: [] } },
        ...KEY,
      },
      NOW,
    );
    await nobody.stop();
    expect(await provider.send(MESSAGE)).toEqual({ kind: 'LATER', reason: 'ECONNREFUSED' });
  });
});
