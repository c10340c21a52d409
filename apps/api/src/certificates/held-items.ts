import { Injectable } from '@nestjs/common';
import type { HeldItem } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Items } from '../catalogue/items.js';
import { itemsOnRecord } from './items-on-record.js';

/** What the register knows somebody to hold, as the rules of eligibility read it. */
@Injectable()
export class HeldItems {
  constructor(
    private readonly dataSource: DataSource,
    private readonly items: Items,
  ) {}

  /**
   * Items on certificates that are in force or merely past their end; the rules look at the dates.
   * Suspended, revoked, cancelled and replaced certificates are left out.
   */
  async of(accountId: string): Promise<HeldItem[]> {
    const rows = await this.dataSource.query<Omit<HeldItem, 'method' | 'source'>[]>(
      `SELECT i.item_code AS itemCode, c.certificate_no AS certificateNo, i.first_issue_date AS firstIssueDate,
              i.valid_to AS validTo
       FROM certificate c JOIN certificate_item i ON i.certificate_id = c.id
       WHERE c.holder_account_id = ? AND c.status = 'VALID' ORDER BY i.item_code, i.valid_to DESC`,
      [accountId],
    );
    const itemOf = await itemsOnRecord(
      this.items,
      rows.map(({ itemCode, firstIssueDate }) => ({ code: itemCode, on: firstIssueDate })),
    );
    return rows.map((row) => ({
      ...row,
      method: itemOf(row.itemCode).method,
      source: 'REGISTER',
    }));
  }
}
