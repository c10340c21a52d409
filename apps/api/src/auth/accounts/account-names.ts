import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batched } from '../../platform/database/batched.js';
import { AccountCells } from './account-cells.js';

/** Names of accounts, for timelines and lists; who may read them is the caller's matter. */
@Injectable()
export class AccountNames {
  private readonly load = batched(async (ids: readonly string[]) => {
    const names = await this.all(ids);
    return ids.map((id) => names.get(id) ?? null);
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: AccountCells,
  ) {}

  /** Null for an id that is no account (the product's own timers, API clients). */
  of(accountId: string): Promise<string | null> {
    return this.load(accountId);
  }

  async all(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.dataSource.query<{ id: string; nameEnc: Buffer }[]>(
      'SELECT id, name_enc AS nameEnc FROM account WHERE id IN (?)',
      [[...new Set(accountIds)]],
    );
    return new Map(rows.map(({ id, nameEnc }) => [id, this.cells.open(id, 'name_enc', nameEnc)]));
  }
}
