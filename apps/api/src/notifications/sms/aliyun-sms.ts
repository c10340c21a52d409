import { randomUUID } from 'node:crypto';
import type { SmsSettings } from '../../platform/config/sms-settings.js';
import { aliyunHeaders, aliyunQuery } from './aliyun-signature.js';
import { callProvider, isOutcome, outcomeOfStatus, wordOf } from './sms-call.js';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './sms-provider.js';

export type AliyunSettings = Extract<SmsSettings, { provider: 'aliyun' }>;

/** Refusals that pass by themselves. */
const PASSING = /^(Throttling|ServiceUnavailable|isp\.|isv\.BUSINESS_LIMIT_CONTROL)/;

/** 阿里云短信服务, SendSms of 2017-05-25. The words live there as registered templates. */
export class AliyunSms implements SmsProvider {
  constructor(
    private readonly settings: AliyunSettings,
    private readonly now: () => Date,
  ) {}

  async send({ id, purpose, phone, params }: OutgoingSms): Promise<SmsOutcome> {
    const template = this.settings.templates[purpose];
    if (!template) return { kind: 'REFUSED', reason: `no template for ${purpose}` };
    const query = {
      PhoneNumbers: phone,
      SignName: this.settings.signName,
      TemplateCode: template.id,
      TemplateParam: JSON.stringify(params),
      OutId: id,
    };
    const url = new URL(this.settings.endpoint);
    const headers = aliyunHeaders(
      {
        host: url.host,
        action: 'SendSms',
        version: '2017-05-25',
        date: `${this.now().toISOString().slice(0, 19)}Z`,
        nonce: randomUUID(),
        query,
        body: '',
      },
      this.settings,
    );
    const answer = await callProvider({
      url: `${url.origin}/?${aliyunQuery(query)}`,
      headers,
      body: '',
    });
    if (isOutcome(answer)) return answer;
    const code = wordOf(answer.json['Code']);
    if (code === 'OK') return { kind: 'SENT', providerId: wordOf(answer.json['BizId']) };
    if (code === null) {
      return (
        outcomeOfStatus(answer.status) ?? { kind: 'UNCERTAIN', reason: 'no code in the answer' }
      );
    }
    return { kind: PASSING.test(code) ? 'LATER' : 'REFUSED', reason: code };
  }
}
