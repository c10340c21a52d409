import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { accident } from '../platform/graphql/accident.js';
import { decodeCursor, toPage, type PageArgs } from '../platform/graphql/page.js';
import { CERTIFICATE, CertificateReader, type StoredCertificate } from './certificate-reader.js';
import type { CertificateStep } from './certificate-status.js';
import type { Certificate, CertificateConnection } from './certificate.type.js';
import { canonicalCertificateNo } from './holder.js';
import { certificateScope } from './issuance-scope.js';

/** Certificates that wait for a step of the printing desk. */
const WAITING_FOR: Readonly<Record<CertificateStep, string>> = {
  MARK_PRINTED: "c.status = 'VALID' AND c.source IS NOT NULL AND c.printed_at IS NULL",
  MARK_DELIVERED: "c.status = 'VALID' AND c.printed_at IS NOT NULL AND c.delivered_at IS NULL",
};
/** Nobody holds more; a bound, so that the list needs no paging. */
const OWN_MAX = 200;

/** Lists of certificates inside the actor's scope, newest first. */
@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: CertificateReader,
  ) {}

  /** The actor's own, whatever their state. */
  async own(actor: Actor): Promise<Certificate[]> {
    const rows = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE c.holder_account_id = ? ORDER BY c.issued_at DESC, c.id DESC LIMIT ?`,
      [actor.id, OWN_MAX],
    );
    return this.reader.complete(rows, actor.request.language);
  }

  async page(
    actor: Actor,
    step: CertificateStep | null,
    { first, after }: PageArgs,
  ): Promise<CertificateConnection> {
    const scope = certificateScope(actor);
    const where = [scope.sql, ...(step ? [WAITING_FOR[step]] : [])];
    const values = [...scope.values];
    if (after) {
      const { at, id } = decodeCursor(after);
      where.push('(c.issued_at < ? OR (c.issued_at = ? AND c.id < ?))');
      values.push(new Date(at), new Date(at), id);
    }
    const rows = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE ${where.join(' AND ')} ORDER BY c.issued_at DESC, c.id DESC LIMIT ?`,
      [...values, first + 1],
    );
    const certificates = await this.reader.complete(rows, actor.request.language);
    return toPage(certificates, first, ({ issuedAt, id }) => ({ at: issuedAt.toISOString(), id }));
  }

  /** @throws NOT_FOUND when it is not there or not the actor's. */
  async byId(actor: Actor, id: string): Promise<Certificate> {
    const certificate = await this.find(actor, 'c.id = ?', id);
    if (!certificate) throw accident('NOT_FOUND');
    return certificate;
  }

  /** However it is spelt; null when it is not there or not the actor's. */
  byNumber(actor: Actor, number: string): Promise<Certificate | null> {
    return this.find(actor, 'c.certificate_no = ?', canonicalCertificateNo(number));
  }

  private async find(
    actor: Actor,
    condition: 'c.id = ?' | 'c.certificate_no = ?',
    value: string,
  ): Promise<Certificate | null> {
    const scope = certificateScope(actor);
    const rows = await this.dataSource.query<StoredCertificate[]>(
      `${CERTIFICATE} WHERE ${condition} AND ${scope.sql}`,
      [value, ...scope.values],
    );
    const [certificate] = await this.reader.complete(rows, actor.request.language);
    return certificate ?? null;
  }
}
