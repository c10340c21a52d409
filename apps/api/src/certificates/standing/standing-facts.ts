import { Injectable } from '@nestjs/common';
import type { RegisteredStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { batched } from '../../platform/database/batched.js';
import { storedChanges, type StoredChange } from './stored-changes.js';

/** What the register knows about the standing of one certificate. */
export interface FactsOfStanding {
  readonly status: RegisteredStatus;
  readonly holderAccountId: string | null;
  readonly authorityCode: string;
  /** Open and closed ones, the newest first. */
  readonly changes: readonly StoredChange[];
}

type CertificateRow = Omit<FactsOfStanding, 'changes'> & { readonly id: string };

/** Reads the standing of certificates: two statements, however many ask. Who may see it is the caller's matter. */
@Injectable()
export class StandingFacts {
  readonly of = batched((ids: readonly string[]) => this.find(ids));

  constructor(private readonly dataSource: DataSource) {}

  private async find(ids: readonly string[]): Promise<FactsOfStanding[]> {
    const { manager } = this.dataSource;
    const [certificates, changes] = await Promise.all([
      manager.query<CertificateRow[]>(
        `SELECT id, status, holder_account_id AS holderAccountId, authority_code AS authorityCode
         FROM certificate WHERE id IN (?)`,
        [ids],
      ),
      storedChanges(
        manager,
        'WHERE s.certificate_id IN (?) ORDER BY s.proposed_at DESC, s.id DESC',
        [ids],
      ),
    ]);
    const byId = new Map(certificates.map((row) => [row.id, row]));
    const byCertificate = Map.groupBy(changes, ({ certificateId }) => certificateId);
    return ids.map((id) => {
      const certificate = byId.get(id);
      if (!certificate) throw new Error(`Certificate ${id} is not in the register.`);
      return { ...certificate, changes: byCertificate.get(id) ?? [] };
    });
  }
}
