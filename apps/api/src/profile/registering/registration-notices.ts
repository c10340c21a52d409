import { Injectable } from '@nestjs/common';
import { Accounts } from '../../auth/accounts/accounts.js';
import { SmsMessages } from '../../notifications/messages-sink.js';
import { NoticePreferencesService } from '../../notifications/notice-preferences.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { profileText } from '../profile-texts.js';
import { PersonReader } from '../person/person-reader.js';
import type { PersonSnapshot } from '../person/person-snapshot.js';

const NOTICE_PER_OWNER: Budget = { name: 'registration.notice', points: 1, seconds: 24 * 60 * 60 };

/** Text messages about registrations, beside the code. */
@Injectable()
export class RegistrationNotices {
  constructor(
    private readonly accounts: Accounts,
    private readonly reader: PersonReader,
    private readonly limits: RateLimits,
    private readonly transactions: Transactions,
    private readonly messages: SmsMessages,
    private readonly preferences: NoticePreferencesService,
  ) {}

  /** Inside the transaction that created the account; later notices come in the same language. */
  async welcome(tx: Tx, { request }: Actor, accountId: string, phone: string): Promise<void> {
    await this.preferences.begin(tx.em, accountId, request.language);
    const body = profileText(request.language, 'sms.registered');
    await this.messages.queue(tx, { purpose: 'REGISTERED', phone, body });
  }

  /**
   * The person who has this document should know that somebody typed it; at most once a day
   * (security.md §1.3 item 6). In Chinese: the language of whoever tried says nothing about them.
   */
  async warnOwner(
    actor: Actor,
    { idType, idNumber, idCountry }: Pick<PersonSnapshot, 'idType' | 'idNumber' | 'idCountry'>,
  ): Promise<void> {
    const ownerId = await this.accounts.idOfDocument(idType, idNumber, idCountry);
    if (ownerId === null || (await this.limits.use(NOTICE_PER_OWNER, ownerId)) > 0) return;
    const { phone } = await this.reader.snapshot(ownerId);
    const body = profileText('zh-CN', 'sms.idAttempt');
    await this.transactions.run(
      { actor, operation: 'warnDocumentOwner', idempotencyKey: null, input: null },
      async (tx) => {
        await this.messages.queue(tx, { purpose: 'ID_ATTEMPT', phone, body });
        return ownerId;
      },
    );
  }
}
