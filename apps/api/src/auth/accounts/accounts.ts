import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { normaliseIdNumber, type IdType } from '@kaopu/domain';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { batched } from '../../platform/database/batched.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { AccountCells } from './account-cells.js';
import { AccountKeys } from './account-keys.js';
import { AccountEntity, AccountRoleEntity } from './account.entity.js';

/** The document a candidate is known by; never changed by the person (domain.md §13). */
export interface CandidateIdentity {
  readonly idType: IdType;
  readonly idNumber: string;
  /** ISO 3166 alpha-3, of passports only. */
  readonly idCountry: string | null;
  readonly name: string;
}

/** Staff as the seed or an administrator describes them. */
export interface StaffDescription {
  readonly logInName: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly institutionCode: string | null;
  readonly authorityCode: string | null;
  /** Base32; null makes the first log-in set one up. */
  readonly totpSecret: string | null;
}

/** Log-in names are compared without case and with full-width characters folded. */
export const normaliseLogInName = (typed: string): string =>
  typed.normalize('NFKC').trim().toLowerCase();

/** Creates and finds accounts. */
@Injectable()
export class Accounts {
  private readonly byId = batched(async (ids: readonly string[]) => {
    const rows = await leanRows(this.dataSource.manager, AccountEntity, 'WHERE id IN (?)', [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cells: AccountCells,
    private readonly keys: AccountKeys,
  ) {}

  /** Under the caller's `id`. @returns false when the document has an account already. */
  async createCandidate(
    em: EntityManager,
    id: string,
    { idType, idNumber, idCountry, name }: CandidateIdentity,
    passwordHash: string,
  ): Promise<boolean> {
    try {
      await em.insert(AccountEntity, {
        id,
        kind: 'CANDIDATE',
        status: 'ACTIVE',
        idType,
        idCountry,
        idNumberEnc: this.cells.seal(id, 'id_number_enc', normaliseIdNumber(idNumber)),
        idKeyIndex: this.keys.idKeyIndex(idType, idNumber, idCountry),
        logInIndex: this.keys.logInIndex(idType, idNumber),
        nameEnc: this.cells.seal(id, 'name_enc', name),
        passwordHash,
        createdAt: this.clock.now(),
        version: 1,
      });
    } catch (thrown) {
      if (isUniqueViolation(thrown, 'uq_account_id_key')) return false;
      throw thrown;
    }
    await this.setRoles(em, id, ['CANDIDATE']);
    return true;
  }

  /** @returns the new account's id. @throws on a log-in name in use. */
  async createStaff(em: EntityManager, staff: StaffDescription): Promise<string> {
    const id = uuid();
    await em.insert(AccountEntity, {
      id,
      kind: 'STAFF',
      status: 'ACTIVE',
      logInName: normaliseLogInName(staff.logInName),
      nameEnc: this.cells.seal(id, 'name_enc', staff.name),
      passwordHash: staff.passwordHash,
      institutionCode: staff.institutionCode,
      authorityCode: staff.authorityCode,
      totpSecretEnc:
        staff.totpSecret === null ? null : this.cells.seal(id, 'totp_secret_enc', staff.totpSecret),
      createdAt: this.clock.now(),
      version: 1,
    });
    await this.setRoles(em, id, staff.roles);
    return id;
  }

  /** Candidates whose number was typed; more than one only for passports of two countries. */
  candidatesByNumber(typed: string): Promise<AccountEntity[]> {
    return this.dataSource.manager.findBy(AccountEntity, {
      kind: 'CANDIDATE',
      status: 'ACTIVE',
      logInIndex: In(this.keys.logInIndexes(typed)),
    });
  }

  staffByName(typed: string): Promise<AccountEntity | null> {
    return this.dataSource.manager.findOneBy(AccountEntity, {
      kind: 'STAFF',
      status: 'ACTIVE',
      logInName: normaliseLogInName(typed),
    });
  }

  /** The account of exactly this document. */
  async idOfDocument(type: IdType, number: string, country: string | null): Promise<string | null> {
    const row = await this.dataSource.manager.findOneBy(AccountEntity, {
      idKeyIndex: this.keys.idKeyIndex(type, number, country),
    });
    return row?.id ?? null;
  }

  /** The document and name of a candidate, in plain. @throws Error for another kind of account. */
  async identity(accountId: string): Promise<CandidateIdentity> {
    const row = await this.byId(accountId);
    if (!row?.idType || !row.idNumberEnc) throw new Error(`Account ${accountId} is no candidate.`);
    return {
      idType: row.idType,
      idNumber: this.cells.open(row.id, 'id_number_enc', row.idNumberEnc),
      idCountry: row.idCountry,
      name: this.cells.open(row.id, 'name_enc', row.nameEnc),
    };
  }

  /** Null for an account that is gone or disabled. */
  async passwordHash(accountId: string): Promise<string | null> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(AccountEntity, { id: accountId, status: 'ACTIVE' });
    return row?.passwordHash ?? null;
  }

  isActive(em: EntityManager, accountId: string): Promise<boolean> {
    return em.existsBy(AccountEntity, { id: accountId, status: 'ACTIVE' });
  }

  /** Until the transaction ends nobody else changes the account. */
  async lock(em: EntityManager, accountId: string): Promise<void> {
    await em.findOneOrFail(AccountEntity, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async setPassword(em: EntityManager, accountId: string, passwordHash: string): Promise<void> {
    await em.update(
      AccountEntity,
      { id: accountId },
      { passwordHash, version: () => 'version + 1' },
    );
  }

  async rename(em: EntityManager, accountId: string, name: string): Promise<void> {
    const nameEnc = this.cells.seal(accountId, 'name_enc', name);
    await em.update(AccountEntity, { id: accountId }, { nameEnc, version: () => 'version + 1' });
  }

  private async setRoles(
    em: EntityManager,
    accountId: string,
    roles: readonly Role[],
  ): Promise<void> {
    await em.insert(
      AccountRoleEntity,
      roles.map((role) => ({ accountId, role })),
    );
  }
}
