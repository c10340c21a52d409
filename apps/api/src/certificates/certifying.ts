import { Injectable } from '@nestjs/common';
import { addMonths, validityEnd } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/transactions.js';
import { RefusedError } from '../platform/graphql/user-error.js';
import { CertificateNumbers } from './certificate-numbers.js';
import { CertificateRegister } from './certificate-register.js';
import { certificateText } from './certificate-texts.js';
import { HolderCorrections } from './holder-corrections.js';
import type { Holder } from './holder.js';
import type { IssuingTerms } from './issuing-terms.js';

/** An approved line. */
export interface Approved {
  readonly source: string;
  readonly holderAccountId: string;
  readonly holder: Holder;
  readonly firstIssueDate: string | null;
  readonly authorityCode: string;
  readonly institutionCode: string;
  readonly photoFileId: string | null;
  readonly forwardedAt: Date;
  readonly actorId: string;
  readonly at: Date;
}

interface HeldRow {
  readonly id: string;
  readonly firstIssueDate: string;
  readonly validTo: string;
  readonly itemCount: number | string;
}

/** Turns an approval into a certificate: dates by the rules, a number from the ledger, the register. */
@Injectable()
export class Certifying {
  constructor(
    private readonly register: CertificateRegister,
    private readonly numbers: CertificateNumbers,
    private readonly corrections: HolderCorrections,
  ) {}

  /**
   * Issues inside the caller's transaction. A certificate for the same item that may still be renewed
   * passes its first issue date on; when it holds nothing else, it is replaced (domain.md §5, goal G39).
   * For one our register does not know, the date checked on paper counts. The holder is named as the
   * register knows them now: a change approved since the line was forwarded reaches it.
   *
   * @returns the certificate's id, or why none can be issued: the holder's age leaves no day of validity,
   * or what they hold for the item is suspended, which a new certificate would get around.
   */
  async issue(
    tx: Tx,
    actor: Actor,
    approved: Approved,
    terms: IssuingTerms,
  ): Promise<string | RefusedError> {
    const { language } = actor.request;
    const { holderAccountId, forwardedAt } = approved;
    const corrected = await this.corrections.since(tx.em, holderAccountId, forwardedAt);
    const holder = { ...approved.holder, ...corrected.holder };
    const correctedBy = corrected.print?.id ?? null;
    const validTo = validityEnd(terms.on, holder.birthDate, terms.parameters);
    if (validTo < terms.on) {
      return new RefusedError('NOT_ELIGIBLE', certificateText(language, 'issue.ageCap'));
    }
    if (await this.isSuspended(tx.em, holderAccountId, terms.item.code)) {
      return new RefusedError('STATE_INVALID', certificateText(language, 'issue.suspended'));
    }
    const held = await this.renewable(tx.em, approved.holderAccountId, terms);
    const id = uuid();
    const number = await this.numbers.next(tx.em, {
      certificateId: id,
      authorityCode: approved.authorityCode,
      at: approved.at,
      terms,
    });
    await this.register.enter(tx.em, {
      ...approved,
      holder,
      correctedBy,
      id,
      number,
      purpose: 'ISSUE',
      issuedAt: approved.at,
      items: [
        {
          itemCode: terms.item.code,
          firstIssueDate: held?.firstIssueDate ?? approved.firstIssueDate ?? terms.on,
          approvalDate: terms.on,
          validFrom: terms.on,
          validTo,
          restriction: null,
        },
      ],
    });
    if (held && Number(held.itemCount) === 1) {
      await this.register.supersede(tx, held.id, { id, purpose: 'ISSUE' }, approved);
    }
    tx.emit('certificate.render', { certificateId: id });
    tx.note({ certificateId: id, correctedBy });
    return id;
  }

  /** Asked under the lock that `HolderCorrections.since` took on everything the person holds. */
  private async isSuspended(
    em: EntityManager,
    accountId: string,
    itemCode: string,
  ): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      `SELECT 1 FROM certificate c JOIN certificate_item i ON i.certificate_id = c.id AND i.item_code = ?
       WHERE c.holder_account_id = ? AND c.status = 'SUSPENDED' LIMIT 1`,
      [itemCode, accountId],
    );
    return rows.length > 0;
  }

  /** The certificate in force for the item, unless it ended too long ago to be renewed. */
  private async renewable(
    em: EntityManager,
    accountId: string,
    { item, on, parameters }: IssuingTerms,
  ): Promise<HeldRow | null> {
    const [held] = await em.query<HeldRow[]>(
      `SELECT c.id, i.first_issue_date AS firstIssueDate, i.valid_to AS validTo,
              (SELECT COUNT(*) FROM certificate_item x WHERE x.certificate_id = c.id) AS itemCount
       FROM certificate c JOIN certificate_item i ON i.certificate_id = c.id AND i.item_code = ?
       WHERE c.holder_account_id = ? AND c.status = 'VALID'
       ORDER BY i.valid_to DESC LIMIT 1 FOR UPDATE`,
      [item.code, accountId],
    );
    return held && addMonths(held.validTo, parameters.renewal.graceMonths) >= on ? held : null;
  }
}
