import { Injectable } from '@nestjs/common';
import { Inbox } from '../../notifications/inbox.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import { NoticePreferencesService } from '../../notifications/notice-preferences.service.js';
import type { Tx } from '../../platform/database/transactions.js';
import { profileText, type ProfileTextKey } from '../profile-texts.js';
import { PersonReader } from '../person/person-reader.js';

/**
 * Tells owners what happened to their account, so that they notice what was not them: in the inbox,
 * by mail, and on the phone they had, which is why the text message does not wait to look it up. In
 * the language they chose for notices: that of whoever did it says nothing about them.
 */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly reader: PersonReader,
    private readonly inbox: Inbox,
    private readonly messages: SmsMessages,
    private readonly preferences: NoticePreferencesService,
  ) {}

  /** Inside the transaction that changed the password. */
  async passwordChanged(tx: Tx, accountId: string): Promise<void> {
    const { phone } = await this.reader.snapshot(accountId);
    await this.tell(tx, {
      accountId,
      template: 'PASSWORD_CHANGED',
      phone,
      text: 'sms.passwordChanged',
    });
  }

  /** Inside the transaction that changed the phone; the message goes to the old one. */
  async phoneChanged(tx: Tx, accountId: string, oldPhone: string): Promise<void> {
    await this.tell(tx, {
      accountId,
      template: 'PHONE_CHANGED',
      phone: oldPhone,
      text: 'sms.phoneChanged',
    });
  }

  private async tell(tx: Tx, { accountId, template, phone, text }: AccountNotice): Promise<void> {
    const channels = ['INBOX', 'MAIL'] as const;
    await this.inbox.post(tx, { accountId, template, params: {}, applicationId: null, channels });
    const { language } = await this.preferences.of(accountId);
    const body = profileText(language, text);
    await this.messages.queue(tx, { purpose: template, phone, body });
  }
}

interface AccountNotice {
  readonly accountId: string;
  readonly template: string;
  readonly phone: string;
  readonly text: ProfileTextKey;
}
