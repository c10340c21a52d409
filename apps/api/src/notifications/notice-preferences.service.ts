import { Injectable } from '@nestjs/common';
import type { Language } from '@kaopu/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import { leanRows } from '../platform/database/lean-rows.js';
import { Transactions } from '../platform/database/transactions.js';
import { updateVersioned } from '../platform/database/versioned-update.js';
import {
  UserError,
  type ConflictError,
  type RefusedError,
} from '../platform/graphql/user-error.js';
import { conflict } from '../platform/i18n/refuse.js';
import { NoticePreferenceEntity } from './notice-preference.entity.js';
import {
  NoticePreferences,
  type NoticeLanguage,
  type UpdateNoticePreferencesInput,
} from './notice-preferences.type.js';

type Chosen = Pick<NoticePreferenceEntity, 'sms' | 'mail' | 'language' | 'version'>;

/** Until somebody chooses: everything, in the language of the country. */
const AT_FIRST: Chosen = { sms: true, mail: true, language: 'zh-CN', version: 0 };

const LANGUAGES: Readonly<Record<NoticeLanguage, Language>> = { ZH_CN: 'zh-CN', EN: 'en' };

/** 通知方式: what of the notices beside the inbox a person wants, and in which language. */
@Injectable()
export class NoticePreferencesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string): Promise<Chosen> {
    const { manager } = this.dataSource;
    const [row] = await leanRows(manager, NoticePreferenceEntity, 'WHERE t.id = ?', [accountId]);
    return row ?? AT_FIRST;
  }

  async mine(actor: Actor): Promise<NoticePreferences> {
    const { sms, mail, language, version } = await this.of(actor.id);
    return new NoticePreferences({
      sms,
      mail,
      version,
      language: language === 'en' ? 'EN' : 'ZH_CN',
    });
  }

  /** Inside the transaction that creates an account: told in the language it was registered in. */
  begin(em: EntityManager, accountId: string, language: Language): Promise<unknown> {
    return em.insert(NoticePreferenceEntity, { ...this.row(accountId), language });
  }

  async update(
    actor: Actor,
    input: UpdateNoticePreferencesInput,
  ): Promise<NoticePreferences | ConflictError | RefusedError> {
    const { idempotencyKey, version, sms, mail } = input;
    const chosen = { sms, mail, language: LANGUAGES[input.language] };
    const done = await this.transactions.run<ConflictError>(
      { actor, operation: 'updateNoticePreferences', idempotencyKey, input },
      async ({ em, note }) => {
        if (!(await this.write(em, actor.id, version, chosen))) {
          return conflict(actor, (await this.of(actor.id)).version);
        }
        note(chosen);
        return actor.id;
      },
    );
    return done instanceof UserError ? done : this.mine(actor);
  }

  /** @returns false when somebody chose since `version` was read. */
  private async write(
    em: EntityManager,
    id: string,
    version: number,
    chosen: Omit<Chosen, 'version'>,
  ): Promise<boolean> {
    const changes = { ...chosen, updatedAt: this.clock.now() };
    if (version > 0) return updateVersioned(em, NoticePreferenceEntity, id, version, changes);
    try {
      await em.insert(NoticePreferenceEntity, { ...this.row(id), ...chosen });
      return true;
    } catch (thrown) {
      if (!isUniqueViolation(thrown, 'PRIMARY')) throw thrown;
      return false;
    }
  }

  private row(id: string): NoticePreferenceEntity {
    return { ...AT_FIRST, id, version: 1, updatedAt: this.clock.now() };
  }
}
