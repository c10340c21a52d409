import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { PhoneCodeEntity, type CodePurpose } from './phone-code.entity.js';

export const CODE_MINUTES = 5;
const MAX_TRIES = 5;
const LIFE_MILLISECONDS = CODE_MINUTES * 60_000;
/** Codes are kept no longer (security.md D6). */
const KEEP_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Who asks for a code, in plain; only keyed hashes of both are kept. */
export interface CodeRequest {
  readonly purpose: CodePurpose;
  /** Who the code is about: a newer one ends the older. */
  readonly subject: string;
  /** The session or the secret of the browser that asks, and alone may use the code. */
  readonly holder: string;
  readonly phone: string;
  /** See `PhoneCodes.expiry`. */
  readonly expiresAt: Date;
}

/** Number and phone somebody stated, waiting for a code if they belong together. */
export interface StatedOwner {
  readonly purpose: CodePurpose;
  readonly idNumber: string;
  readonly phone: string;
  readonly expiresAt: Date;
}

/**
 * Codes sent to phones: six random digits, five minutes, five tries, one use, kept as keyed hashes,
 * bound to purpose, browser and phone (promise P09, security.md §1.4). A code can be made at once
 * (`issue`), or later, when it was looked up whether number and phone belong to an account
 * (`reserve`, `answer`): so a request tells nobody whether they do.
 */
@Injectable()
export class PhoneCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** When a code made now is over. */
  expiry(): Date {
    return new Date(this.clock.now().getTime() + LIFE_MILLISECONDS);
  }

  /** A code for a phone that the asking person names themselves. */
  async issue(em: EntityManager, request: CodeRequest): Promise<string> {
    const id = uuid();
    const code = newCode();
    const codeIndex = this.codeIndex(id, request.phone, code);
    await this.put(em, id, request, { codeIndex, idNumberEnc: null });
    return code;
  }

  /** A place for a code that is made only if number and phone belong together. @returns its id. */
  async reserve(
    em: EntityManager,
    request: CodeRequest & { readonly idNumber: string },
  ): Promise<string> {
    const id = uuid();
    const idNumberEnc = this.seal(id, 'id_number_enc', request.idNumber);
    await this.put(em, id, request, { codeIndex: null, idNumberEnc });
    return id;
  }

  /** A reserved place nobody looked at yet; null when it was, or a newer one took its place. */
  async stated(id: string): Promise<StatedOwner | null> {
    const row = await this.dataSource.manager.findOneBy(PhoneCodeEntity, { id });
    if (!row?.idNumberEnc) return null;
    return {
      purpose: row.purpose,
      idNumber: this.open(id, 'id_number_enc', row.idNumberEnc),
      phone: this.phone(row),
      expiresAt: row.expiresAt,
    };
  }

  /** Makes the code of a reserved place, for its account. @returns null when that was done before. */
  async answer(
    em: EntityManager,
    id: string,
    { accountId, phone }: { readonly accountId: string; readonly phone: string },
  ): Promise<string | null> {
    const code = newCode();
    const { affected } = await em.update(
      PhoneCodeEntity,
      { id, codeIndex: IsNull(), usedAt: IsNull() },
      { accountId, codeIndex: this.codeIndex(id, phone, code), idNumberEnc: null },
    );
    return affected === 1 ? code : null;
  }

  /** Number and phone belong to nobody: the number is forgotten, the place stays, without a code. */
  async forgetNumber(id: string): Promise<void> {
    await this.dataSource.manager.update(PhoneCodeEntity, { id }, { idNumberEnc: null });
  }

  /** Whole seconds since the last code of this purpose and subject; null for never. */
  async secondsSince(purpose: CodePurpose, subject: string): Promise<number | null> {
    const row = await this.dataSource.manager.findOneBy(PhoneCodeEntity, {
      purpose,
      subjectIndex: this.subjectIndex(subject),
    });
    return row && Math.floor((this.clock.now().getTime() - row.createdAt.getTime()) / 1000);
  }

  /**
   * Takes one try, counted before the code is looked at and outside of its transaction, so that a
   * refusal stays counted. @returns null when the browser has no code to try.
   */
  async take(purpose: CodePurpose, holder: string): Promise<PhoneCodeEntity | null> {
    const { manager } = this.dataSource;
    const holderIndex = this.holderIndex(holder);
    const usable = {
      purpose,
      holderIndex,
      usedAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
      tries: LessThan(MAX_TRIES),
    };
    const { affected } = await manager.increment(PhoneCodeEntity, usable, 'tries', 1);
    return affected === 1 ? manager.findOneBy(PhoneCodeEntity, { purpose, holderIndex }) : null;
  }

  /** Uses the code up. @returns false for a wrong one, or one another request was faster with. */
  async spend(em: EntityManager, taken: PhoneCodeEntity, typed: string): Promise<boolean> {
    const digits = typed.normalize('NFKC').replace(/\s/g, '');
    const codeIndex = this.codeIndex(taken.id, this.phone(taken), digits);
    const { affected } = await em.update(
      PhoneCodeEntity,
      { id: taken.id, codeIndex, usedAt: IsNull() },
      { usedAt: this.clock.now() },
    );
    return affected === 1;
  }

  /** The code was right and something else was not: the try does not count. */
  async giveBack({ id }: PhoneCodeEntity): Promise<void> {
    await this.dataSource.query(
      'UPDATE phone_code SET tries = tries - 1 WHERE id = ? AND tries > 0',
      [id],
    );
  }

  phone({ id, phoneEnc }: PhoneCodeEntity): string {
    return this.open(id, 'phone_enc', phoneEnc);
  }

  /** A secret for a browser without a session of its own. */
  newHolder(): string {
    return randomBytes(32).toString('base64url');
  }

  private async put(
    em: EntityManager,
    id: string,
    { purpose, subject, holder, phone, expiresAt }: CodeRequest,
    { codeIndex, idNumberEnc }: Pick<PhoneCodeEntity, 'codeIndex' | 'idNumberEnc'>,
  ): Promise<void> {
    const now = this.clock.now();
    await em.query('DELETE FROM phone_code WHERE expires_at < ? LIMIT 100', [
      new Date(now.getTime() - KEEP_MILLISECONDS),
    ]);
    await em.query(
      `INSERT INTO phone_code (id, purpose, subject_index, holder_index, phone_enc, id_number_enc,
         account_id, code_index, tries, created_at, expires_at, used_at)
       VALUES (?, ?, ?, ?, ?, ?, NULL, ?, 0, ?, ?, NULL)
       ON DUPLICATE KEY UPDATE id = VALUES(id), subject_index = VALUES(subject_index),
         holder_index = VALUES(holder_index), phone_enc = VALUES(phone_enc),
         id_number_enc = VALUES(id_number_enc), account_id = NULL, code_index = VALUES(code_index),
         tries = 0, created_at = VALUES(created_at), expires_at = VALUES(expires_at), used_at = NULL`,
      [
        id,
        purpose,
        this.subjectIndex(subject),
        this.holderIndex(holder),
        this.seal(id, 'phone_enc', phone),
        idNumberEnc,
        codeIndex,
        now,
        expiresAt,
      ],
    );
  }

  private codeIndex(id: string, phone: string, code: string): string {
    return this.cipher.blindIndex('phoneCode.code', `${id}.${phone}.${code}`);
  }

  private subjectIndex(subject: string): string {
    return this.cipher.blindIndex('phoneCode.subject', subject);
  }

  private holderIndex(holder: string): string {
    return this.cipher.blindIndex('phoneCode.holder', holder);
  }

  private seal(rowId: string, column: string, value: string): Buffer {
    return this.cipher.encrypt(value, { table: 'phone_code', column, rowId });
  }

  private open(rowId: string, column: string, blob: Buffer): string {
    return this.cipher.decrypt(blob, { table: 'phone_code', column, rowId });
  }
}

const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
