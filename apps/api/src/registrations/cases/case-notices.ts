import { Injectable } from '@nestjs/common';
import { displayItemCode, type ApplicationAction } from '@kaopu/domain';
import { Inbox } from '../../notifications/inbox.js';
import type { CaseChange } from './case-commands.js';

/** Tells the candidate what the type's declaration says about a move. */
@Injectable()
export class CaseNotices {
  constructor(private readonly inbox: Inbox) {}

  async send({ tx, file, to, set }: CaseChange, action: ApplicationAction): Promise<void> {
    const { row, type } = file;
    const declared = type.notices.find((one) => one.action === action && one.to === to);
    if (!declared) return;
    const number = typeof set.number === 'string' ? set.number : (row.number ?? '');
    await this.inbox.post(tx, {
      accountId: row.accountId,
      template: declared.notice,
      params: { number, item: displayItemCode(row.itemCode) },
      applicationId: row.id,
      channels: declared.channels,
    });
  }
}
