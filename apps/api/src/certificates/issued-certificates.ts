import { Injectable } from '@nestjs/common';
import type { RegisteredStatus } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import { CertificateCells } from './certificate-cells.js';
import type { CertifiedItem } from './certificate-register.js';
import type { Holder } from './holder.js';
import type { IssuePurpose } from './issue-purpose.js';

/** A certificate of the register in plain, for what is asked about it elsewhere. Its facts never change. */
export interface IssuedCertificate {
  readonly id: string;
  readonly number: string;
  readonly holderAccountId: string | null;
  readonly holder: Holder;
  readonly authorityCode: string;
  readonly institutionCode: string | null;
  readonly photoFileId: string | null;
  readonly status: RegisteredStatus;
  readonly issuedAt: Date;
  readonly purpose: IssuePurpose;
  readonly items: readonly CertifiedItem[];
}

type StoredRow = Omit<IssuedCertificate, 'holder' | 'items'> & { readonly holderEnc: Buffer };
type StoredItem = CertifiedItem & { readonly certificateId: string };

const ROW = `
  SELECT c.id, c.certificate_no AS number, c.holder_account_id AS holderAccountId, c.holder_enc AS holderEnc,
         c.authority_code AS authorityCode, c.institution_code AS institutionCode, c.photo_file_id AS photoFileId,
         c.status, c.issued_at AS issuedAt, c.purpose
  FROM certificate c`;

/** Reads whole certificates in bulk: two statements, however many. Who may see them is the caller's matter. */
@Injectable()
export class IssuedCertificates {
  constructor(private readonly cells: CertificateCells) {}

  /** By id; ids without a row are left out. */
  async byIds(em: EntityManager, ids: readonly string[]): Promise<Map<string, IssuedCertificate>> {
    if (ids.length === 0) return new Map();
    return this.complete(
      em,
      await em.query<StoredRow[]>(`${ROW} WHERE c.id IN (?)`, [[...new Set(ids)]]),
    );
  }

  /** The same for one, kept from everybody else until the transaction ends. */
  async lock(em: EntityManager, id: string): Promise<IssuedCertificate | null> {
    const rows = await em.query<StoredRow[]>(`${ROW} WHERE c.id = ? FOR UPDATE`, [id]);
    return (await this.complete(em, rows)).get(id) ?? null;
  }

  /** Everything somebody holds or held, newest first. */
  async heldBy(em: EntityManager, accountId: string): Promise<IssuedCertificate[]> {
    const rows = await em.query<StoredRow[]>(
      `${ROW} WHERE c.holder_account_id = ? ORDER BY c.issued_at DESC, c.id DESC`,
      [accountId],
    );
    return [...(await this.complete(em, rows)).values()];
  }

  private async complete(
    em: EntityManager,
    rows: readonly StoredRow[],
  ): Promise<Map<string, IssuedCertificate>> {
    if (rows.length === 0) return new Map();
    const items = await em.query<StoredItem[]>(
      `SELECT certificate_id AS certificateId, item_code AS itemCode, first_issue_date AS firstIssueDate,
              approval_date AS approvalDate, valid_from AS validFrom, valid_to AS validTo, restriction
       FROM certificate_item WHERE certificate_id IN (?) ORDER BY item_code`,
      [rows.map(({ id }) => id)],
    );
    const byCertificate = Map.groupBy(items, ({ certificateId }) => certificateId);
    return new Map(
      rows.map(({ holderEnc, ...row }) => [
        row.id,
        {
          ...row,
          holder: this.cells.holder('certificate', row.id, holderEnc),
          items: (byCertificate.get(row.id) ?? []).map(itemOf),
        },
      ]),
    );
  }
}

const itemOf = (stored: StoredItem): CertifiedItem => ({
  itemCode: stored.itemCode,
  firstIssueDate: stored.firstIssueDate,
  approvalDate: stored.approvalDate,
  validFrom: stored.validFrom,
  validTo: stored.validTo,
  restriction: stored.restriction,
});
