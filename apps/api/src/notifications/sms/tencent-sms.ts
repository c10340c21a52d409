import type { SmsSettings } from '../../platform/config/sms-settings.js';
import { callProvider, isOutcome, outcomeOfStatus, wordOf } from './sms-call.js';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './sms-provider.js';
import { TENCENT_CONTENT_TYPE, tencentAuthorization } from './tencent-signature.js';

export type TencentSettings = Extract<SmsSettings, { provider: 'tencent' }>;

/** Refusals that pass by themselves. */
const PASSING = /^(InternalError|RequestLimitExceeded|LimitExceeded)/;

type Fields = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** 腾讯云短信, SendSms of 2021-01-11. The words live there as registered templates. */
export class TencentSms implements SmsProvider {
  constructor(
    private readonly settings: TencentSettings,
    private readonly now: () => Date,
  ) {}

  async send({ id, purpose, phone, params }: OutgoingSms): Promise<SmsOutcome> {
    const { appId, endpoint, region, signName, templates } = this.settings;
    const template = templates[purpose];
    if (!template) return { kind: 'REFUSED', reason: `no template for ${purpose}` };
    const payload = JSON.stringify({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: appId,
      SignName: signName,
      TemplateId: template.id,
      TemplateParamSet: template.params.map((name) => params[name] ?? ''),
      SessionContext: id,
    });
    const { host, origin } = new URL(endpoint);
    const timestamp = Math.floor(this.now().getTime() / 1000);
    const answer = await callProvider({
      url: `${origin}/`,
      headers: {
        'Content-Type': TENCENT_CONTENT_TYPE,
        'X-TC-Action': 'SendSms',
        'X-TC-Version': '2021-01-11',
        'X-TC-Region': region,
        'X-TC-Timestamp': String(timestamp),
        Authorization: tencentAuthorization(
          { host, service: 'sms', timestamp, payload },
          this.settings,
        ),
      },
      body: payload,
    });
    if (isOutcome(answer)) return answer;
    const response = recordOf(answer.json['Response']);
    const [status] = Array.isArray(response['SendStatusSet'])
      ? (response['SendStatusSet'] as unknown[]).map(recordOf)
      : [];
    const code = wordOf(status?.['Code']) ?? wordOf(recordOf(response['Error'])['Code']);
    if (code === 'Ok') return { kind: 'SENT', providerId: wordOf(status?.['SerialNo']) };
    if (code === null) {
      return (
        outcomeOfStatus(answer.status) ?? { kind: 'UNCERTAIN', reason: 'no code in the answer' }
      );
    }
    return { kind: PASSING.test(code) ? 'LATER' : 'REFUSED', reason: code };
  }
}
