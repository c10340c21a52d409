import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateCells } from './certificate-cells.js';
import type { Holder } from './holder.js';

/** The new print of an approved change (信息变更), with the holder as printed before and after. */
export interface ChangePrint {
  readonly id: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly before: Holder;
  readonly after: Holder;
}

/** What approved changes put right about a person. */
export interface Corrections {
  readonly holder: Partial<Holder>;
  /** The last print that put something right; null when nothing was. */
  readonly print: Pick<ChangePrint, 'id' | 'number'> | null;
}

interface PrintRow {
  readonly accountId: string;
  readonly id: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly holderEnc: Buffer;
  readonly oldId: string;
  readonly oldHolderEnc: Buffer;
}

/**
 * A name or ID number corrected after a case was filed must not come back with what the case froze:
 * the certificate takes what approved changes put right up to the moment it is issued (domain.md §11).
 */
@Injectable()
export class HolderCorrections {
  constructor(private readonly cells: CertificateCells) {}

  /**
   * Inside a transaction that will issue: the person's certificates are kept from everybody else
   * first, so that a change approved in the same moment is either seen or waits.
   */
  async since(em: EntityManager, accountId: string, since: Date): Promise<Corrections> {
    await em.query('SELECT id FROM certificate WHERE holder_account_id = ? FOR UPDATE', [
      accountId,
    ]);
    const prints = await this.prints(em, [accountId]);
    return correctionsOf(prints.get(accountId) ?? [], since);
  }

  /** The change prints of people, oldest first, by account. */
  async prints(
    em: EntityManager,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ChangePrint[]>> {
    if (accountIds.length === 0) return new Map();
    const rows = await em.query<PrintRow[]>(
      `SELECT c.holder_account_id AS accountId, c.id, c.certificate_no AS number, c.issued_at AS issuedAt,
              c.holder_enc AS holderEnc, o.id AS oldId, o.holder_enc AS oldHolderEnc
       FROM certificate c JOIN certificate o ON o.superseded_by = c.id
       WHERE c.holder_account_id IN (?) AND c.purpose = 'CHANGE' ORDER BY c.issued_at, c.id`,
      [[...new Set(accountIds)]],
    );
    return new Map(
      [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([accountId, own]) => [
        accountId,
        own.map(({ id, number, issuedAt, holderEnc, oldId, oldHolderEnc }) => ({
          ...{ id, number, issuedAt },
          before: this.cells.holder('certificate', oldId, oldHolderEnc),
          after: this.cells.holder('certificate', id, holderEnc),
        })),
      ]),
    );
  }
}

/** What the prints from `since` on put right; only what they touched, for the rest may be newer elsewhere. */
export function correctionsOf(prints: readonly ChangePrint[], since: Date): Corrections {
  const later = prints
    .filter(({ issuedAt }) => issuedAt >= since)
    .map((print) => ({ print, touched: touchedBy(print) }))
    .filter(({ touched }) => Object.keys(touched).length > 0);
  const holder = Object.assign({}, ...later.map(({ touched }) => touched)) as Partial<Holder>;
  return { holder, print: later.at(-1)?.print ?? null };
}

const touchedBy = ({ before, after }: ChangePrint): Partial<Holder> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as keyof Holder] !== value),
  );
