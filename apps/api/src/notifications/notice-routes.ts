import { Inject, Injectable } from '@nestjs/common';
import { isEssentialNotice, type Language, type NoticeChannel } from '@kaopu/domain';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import type { Notice } from './inbox.js';
import { NoticePreferencesService } from './notice-preferences.service.js';
import { NoticeRecipients } from './notice-recipients.js';

/** A way that has to be told apart from the inbox: it leaves the house. */
export type OutwardChannel = Exclude<NoticeChannel, 'INBOX'>;

/** Where a notice goes, whom it addresses and in which language. */
export interface Route {
  readonly address: string;
  readonly name: string;
  readonly language: Language;
}

/** Why a notice does not leave the house by a channel; none is a fault, and the inbox has it. */
export type NoRoute = 'SWITCHED_OFF' | 'NO_ADDRESS' | 'NO_PROVIDER' | 'OVER_BUDGET';

/** Handing in and taking back a case again and again must not ring a phone for ever (security.md §1.4). */
const SMS_PER_PERSON: Budget = { name: 'notice.sms.day', points: 20, seconds: 24 * 60 * 60 };

const SWITCHES = { SMS: 'sms', MAIL: 'mail' } as const;
const ADDRESSES = { SMS: 'phone', MAIL: 'email' } as const;

/** Decides whether and where a notice goes by a channel. */
@Injectable()
export class NoticeRoutes {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly recipients: NoticeRecipients,
    private readonly preferences: NoticePreferencesService,
    private readonly limits: RateLimits,
  ) {}

  async of(
    { accountId, template }: Pick<Notice, 'accountId' | 'template'>,
    channel: OutwardChannel,
  ): Promise<Route | NoRoute> {
    if (this.settings[SWITCHES[channel]].provider === 'none') return 'NO_PROVIDER';
    const recipient = await this.recipients.of(accountId);
    const address = recipient?.[ADDRESSES[channel]] ?? null;
    if (recipient === null || address === null) return 'NO_ADDRESS';
    const { language, ...wanted } = await this.preferences.of(accountId);
    const route = { address, name: recipient.name, language };
    if (isEssentialNotice(template)) return route;
    if (!wanted[SWITCHES[channel]]) return 'SWITCHED_OFF';
    const isOver = channel === 'SMS' && (await this.limits.use(SMS_PER_PERSON, accountId)) > 0;
    return isOver ? 'OVER_BUDGET' : route;
  }
}
