import { Inject, Injectable } from '@nestjs/common';
import type { RegisteredStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Bodies } from '../catalogue/bodies/bodies.js';
import { Items } from '../catalogue/items/items.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { batched } from '../platform/database/batched.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { SignedUrls } from '../platform/crypto/signed-url.js';
import { CertificateCells } from './certificate-cells.js';
import { CertificateLink } from './certificate-link.type.js';
import { CertificateLinks, NO_LINKS } from './certificate-links.js';
import { statusOn } from './certificate-status.js';
import { Certificate, type CertificateItem } from './certificate.type.js';
import type { IssuePurpose } from './issue-purpose.js';
import { itemsOnRecord } from './items-on-record.js';

type Language = Actor['request']['language'];

/** A certificate as it is stored, without its items. */
export interface StoredCertificate {
  readonly id: string;
  readonly number: string;
  readonly verifyCode: string;
  readonly source: string | null;
  readonly holderEnc: Buffer;
  readonly authorityCode: string;
  readonly institutionCode: string | null;
  readonly status: RegisteredStatus;
  /** Null while it is VALID. */
  readonly statusSince: Date | null;
  readonly issuedAt: Date;
  readonly pdfFileId: string | null;
  readonly printedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly trackingNo: string | null;
  readonly purpose: IssuePurpose;
  readonly version: number;
  /** Keyed hash of the holder's name. */
  readonly nameIndex: string;
  /** Number of the certificate that replaced it; null when none did. */
  readonly replacedBy: string | null;
  readonly correctedById: string | null;
  readonly correctedByNo: string | null;
}

type StoredItem = Omit<CertificateItem, 'item'> & {
  readonly certificateId: string;
  readonly itemCode: string;
};

/** Columns of `certificate c` that make a `StoredCertificate`. */
export const CERTIFICATE = `
  SELECT c.id, c.certificate_no AS number, c.verify_code AS verifyCode, c.source, c.holder_enc AS holderEnc,
         c.authority_code AS authorityCode, c.institution_code AS institutionCode, c.status, c.issued_at AS issuedAt,
         c.pdf_file_id AS pdfFileId, c.printed_at AS printedAt, c.delivered_at AS deliveredAt,
         c.tracking_no AS trackingNo, c.purpose, c.version, c.holder_name_index AS nameIndex,
         IF(c.status = 'VALID', NULL, (SELECT MAX(t.at) FROM certificate_status t WHERE t.certificate_id = c.id)) AS statusSince,
         (SELECT s.certificate_no FROM certificate s WHERE s.id = c.superseded_by) AS replacedBy,
         c.corrected_by AS correctedById,
         (SELECT x.certificate_no FROM certificate x WHERE x.id = c.corrected_by) AS correctedByNo
  FROM certificate c`;

/** Makes stored certificates readable: always the same few statements, however many. */
@Injectable()
export class CertificateReader {
  private readonly itemsOf = batched((ids: readonly string[]) => this.findItems(ids));

  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: CertificateCells,
    private readonly catalogueItems: Items,
    private readonly bodies: Bodies,
    private readonly links: CertificateLinks,
    private readonly urls: SignedUrls,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Those of `ids` that exist, by id. The caller has decided that the actor may see them. */
  async byIds(ids: readonly string[], language: Language): Promise<Map<string, Certificate>> {
    const found = await this.where('c.id', ids, language);
    return new Map(found.map(({ certificate }) => [certificate.id, certificate]));
  }

  /**
   * The certificate issued for each source, by source; for the domains that forwarded it.
   * The caller has decided that the actor may see them.
   */
  async bySources(
    sources: readonly string[],
    language: Language,
  ): Promise<Map<string, Certificate>> {
    const found = await this.where('c.source', sources, language);
    return new Map(found.map(({ row, certificate }) => [row.source ?? '', certificate]));
  }

  async complete(rows: readonly StoredCertificate[], language: Language): Promise<Certificate[]> {
    if (rows.length === 0) return [];
    const [items, links, authorities, institutions] = await Promise.all([
      Promise.all(rows.map(({ id }) => this.itemsOf(id))),
      Promise.all(rows.map(({ id }) => this.links.of(id))),
      this.bodies.authorities(
        [...new Set(rows.map(({ authorityCode }) => authorityCode))],
        language,
      ),
      this.bodies.institutions(
        [...new Set(rows.flatMap(({ institutionCode }) => institutionCode ?? []))],
        language,
      ),
    ]);
    const today = this.clock.today();
    return rows.map((row, at) => {
      const own = items[at] ?? [];
      const { authorityCode, institutionCode } = row;
      return new Certificate({
        id: row.id,
        number: row.number,
        holderName: this.cells.holder('certificate', row.id, row.holderEnc).name,
        status: statusOn(row.status, own, today),
        statusSince: row.statusSince,
        authority: authorities.get(authorityCode) ?? { code: authorityCode, name: authorityCode },
        institution: (institutionCode && institutions.get(institutionCode)) || null,
        issuedAt: row.issuedAt,
        items: own,
        verifyUrl: verifyUrl(this.settings, row.verifyCode),
        pdfUrl: row.pdfFileId && this.urls.sign(paperPath(row.id)),
        printedAt: row.printedAt,
        deliveredAt: row.deliveredAt,
        trackingNo: row.trackingNo,
        purpose: row.purpose,
        ...(links[at] ?? NO_LINKS),
        correctedBy: correctionOf(row),
        version: row.version,
      });
    });
  }

  private async where(
    column: 'c.id' | 'c.source',
    values: readonly string[],
    language: Language,
  ): Promise<{ row: StoredCertificate; certificate: Certificate }[]> {
    if (values.length === 0) return [];
    const rows = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE ${column} IN (?) ORDER BY c.issued_at, c.id`,
      [values],
    );
    const certificates = await this.complete(rows, language);
    return rows.flatMap((row, index) => {
      const certificate = certificates[index];
      return certificate ? [{ row, certificate }] : [];
    });
  }

  private async findItems(ids: readonly string[]): Promise<CertificateItem[][]> {
    const rows = await this.dataSource.query<StoredItem[]>(
      `SELECT certificate_id AS certificateId, item_code AS itemCode, first_issue_date AS firstIssueDate,
              approval_date AS approvalDate, valid_from AS validFrom, valid_to AS validTo, restriction
       FROM certificate_item WHERE certificate_id IN (?) ORDER BY item_code`,
      [ids],
    );
    const itemOf = await itemsOnRecord(
      this.catalogueItems,
      rows.map(({ itemCode, approvalDate }) => ({ code: itemCode, on: approvalDate })),
    );
    const readable = rows.map(({ itemCode, ...dates }) => ({ ...dates, item: itemOf(itemCode) }));
    const byCertificate = Map.groupBy(readable, ({ certificateId }) => certificateId);
    return ids.map((id) => byCertificate.get(id) ?? []);
  }
}

function correctionOf({
  correctedById: id,
  correctedByNo: number,
}: StoredCertificate): CertificateLink | null {
  return id === null || number === null ? null : new CertificateLink(id, number, 'CHANGE');
}

/** Public page of a certificate; printed as QR code. */
export const verifyUrl = ({ publicUrl }: Settings, verifyCode: string): string =>
  `${publicUrl}/v/${verifyCode}`;

export const paperPath = (certificateId: string): string => `/files/certificates/${certificateId}`;
