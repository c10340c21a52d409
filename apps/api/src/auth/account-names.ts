import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AccountCells } from './account-cells.js';
import { AccountEntity } from './account.entity.js';

/** Names of accounts, for timelines and lists; who may read them is the caller's matter. */
@Injectable()
export class AccountNames {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: AccountCells,
  ) {}

  /** Null for an id that is no account (the product's own timers, API clients). */
  async of(accountId: string): Promise<string | null> {
    return (await this.all([accountId])).get(accountId) ?? null;
  }

  async all(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.dataSource.manager.findBy(AccountEntity, {
      id: In([...new Set(accountIds)]),
    });
    return new Map(rows.map(({ id, nameEnc }) => [id, this.cells.open(id, 'name_enc', nameEnc)]));
  }
}
