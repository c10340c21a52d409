import { Injectable } from '@nestjs/common';
import type { HeldItem } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Items } from '../catalogue/items/items.js';
import { batched } from '../platform/database/batched.js';
import { itemsOnRecord } from './items-on-record.js';

type HeldRow = Omit<HeldItem, 'method' | 'source'> & { readonly accountId: string };

/** What the register knows somebody to hold, as the rules of eligibility read it. */
@Injectable()
export class HeldItems {
  /**
   * Items on an account's certificates that are in force or merely past their end; the rules look at the
   * dates. Suspended, revoked, cancelled and replaced certificates are left out.
   */
  readonly of = batched((accountIds: readonly string[]) => this.find(accountIds));

  constructor(
    private readonly dataSource: DataSource,
    private readonly items: Items,
  ) {}

  private async find(accountIds: readonly string[]): Promise<HeldItem[][]> {
    const rows = await this.dataSource.query<HeldRow[]>(
      `SELECT c.holder_account_id AS accountId, i.item_code AS itemCode, c.certificate_no AS certificateNo, i.first_issue_date AS firstIssueDate,
              i.valid_to AS validTo
       FROM certificate c JOIN certificate_item i ON i.certificate_id = c.id
       WHERE c.holder_account_id IN (?) AND c.status = 'VALID' ORDER BY i.item_code, i.valid_to DESC`,
      [accountIds],
    );
    const itemOf = await itemsOnRecord(
      this.items,
      rows.map(({ itemCode, firstIssueDate }) => ({ code: itemCode, on: firstIssueDate })),
    );
    const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
    return accountIds.map((id) =>
      (byAccount.get(id) ?? []).map(({ itemCode, certificateNo, firstIssueDate, validTo }) => ({
        itemCode,
        certificateNo,
        firstIssueDate,
        validTo,
        method: itemOf(itemCode).method,
        source: 'REGISTER',
      })),
    );
  }
}
