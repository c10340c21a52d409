import { Injectable } from '@nestjs/common';
import type { OpenRequest } from '@kaopu/domain';
import { DataSource } from 'typeorm';

interface OpenRow extends OpenRequest {
  readonly id: string;
  readonly certificateId: string;
}

/** Reissues and changes that are under way, by the certificate they are about. */
@Injectable()
export class OpenRequests {
  constructor(private readonly dataSource: DataSource) {}

  /** About one certificate, without the one asking. */
  async ofCertificate(certificateId: string, without: string | null): Promise<OpenRequest[]> {
    const rows = (await this.ofCertificates([certificateId])).get(certificateId) ?? [];
    return rows.filter(({ id }) => id !== without);
  }

  /** About each of several certificates. */
  async ofCertificates(ids: readonly string[]): Promise<ReadonlyMap<string, readonly OpenRow[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.query<OpenRow[]>(
      `SELECT id, certificate_id AS certificateId, type, number FROM application
       WHERE certificate_id IN (?) AND live_key IS NOT NULL ORDER BY created_at, id`,
      [ids],
    );
    return Map.groupBy(rows, ({ certificateId }) => certificateId);
  }

  /** About the certificates in force by which somebody holds an item: renewal looks at them. */
  ofHeldItem(accountId: string, itemCode: string): Promise<OpenRequest[]> {
    return this.dataSource.query<OpenRequest[]>(
      `SELECT a.type, a.number FROM application a
       JOIN certificate c ON c.id = a.certificate_id AND c.status = 'VALID'
       JOIN certificate_item i ON i.certificate_id = c.id AND i.item_code = ?
       WHERE a.account_id = ? AND a.live_key IS NOT NULL ORDER BY a.created_at, a.id`,
      [itemCode, accountId],
    );
  }
}
