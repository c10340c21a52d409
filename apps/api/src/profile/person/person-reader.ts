import { Injectable } from '@nestjs/common';
import { maskIdNumber, maskPhone } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Accounts } from '../../auth/accounts/accounts.js';
import { batched } from '../../platform/database/batched.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { PersonCells } from './person-cells.js';
import { PersonEntity } from './person.entity.js';
import type { PersonSnapshot, PersonSummary } from './person-snapshot.js';

/** How somebody is addressed and reached. */
export type Contact = Pick<PersonSnapshot, 'name' | 'phone' | 'email'>;

/** Persons in plain, for domains above. Who may read one is the caller's matter. */
@Injectable()
export class PersonReader {
  private readonly byId = batched(async (ids: readonly string[]) => {
    const rows = await leanRows(this.dataSource.manager, PersonEntity, 'WHERE id IN (?)', [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly cells: PersonCells,
  ) {}

  /** Everything an application freezes. @throws Error for an account that is no candidate's. */
  async snapshot(accountId: string): Promise<PersonSnapshot> {
    const [identity, row] = await Promise.all([
      this.accounts.identity(accountId),
      this.row(accountId),
    ]);
    return { ...identity, ...this.cells.plain(row) };
  }

  /** Null for an account that is no candidate's. */
  async contact(accountId: string): Promise<Contact | null> {
    const row = await this.byId(accountId);
    if (!row) return null;
    const { name } = await this.accounts.identity(accountId);
    const { phone, email } = this.cells.plain(row);
    return { name, phone, email };
  }

  /** What a list shows. @throws Error for an account that is no candidate's. */
  async summary(accountId: string): Promise<PersonSummary> {
    const { name, idNumber, phone } = await this.snapshot(accountId);
    return {
      accountId,
      name,
      maskedIdNumber: maskIdNumber(idNumber),
      maskedPhone: maskPhone(phone),
    };
  }

  /** Id of the stored photo; null for an account without one. */
  async photoFileId(accountId: string): Promise<string | null> {
    return (await this.row(accountId)).photoId;
  }

  /** The person's row version, for edits. @throws Error for an account that is no candidate's. */
  async row(accountId: string): Promise<PersonEntity> {
    const row = await this.byId(accountId);
    if (!row) throw new Error(`Account ${accountId} is no candidate.`);
    return row;
  }
}
