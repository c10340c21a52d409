import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batched } from '../platform/database/batched.js';
import { CertificateLink } from './certificate-link.type.js';

interface LinkRow {
  readonly oldId: string;
  readonly oldNumber: string;
  readonly newId: string;
  readonly newNumber: string;
  readonly purpose: CertificateLink['purpose'];
}

/** What a certificate replaced and what replaced it. */
export interface LinksOf {
  readonly replaces: CertificateLink | null;
  readonly replacedBy: CertificateLink | null;
}

export const NO_LINKS: LinksOf = { replaces: null, replacedBy: null };

const LINK = `
  SELECT o.id AS oldId, o.certificate_no AS oldNumber, n.id AS newId, n.certificate_no AS newNumber, n.purpose
  FROM certificate o JOIN certificate n ON n.id = o.superseded_by`;

/** Links between old and new prints, both ways, in one statement however many are asked for. */
@Injectable()
export class CertificateLinks {
  readonly of = batched((ids: readonly string[]) => this.find(ids));

  constructor(private readonly dataSource: DataSource) {}

  private async find(ids: readonly string[]): Promise<LinksOf[]> {
    const rows = await this.dataSource.query<LinkRow[]>(
      `${LINK} WHERE o.id IN (?) UNION ${LINK} WHERE o.superseded_by IN (?)`,
      [ids, ids],
    );
    const after = new Map(rows.map((row) => [row.oldId, row]));
    const before = new Map(rows.map((row) => [row.newId, row]));
    return ids.map((id) => {
      const [successor, predecessor] = [after.get(id), before.get(id)];
      return {
        replacedBy: successor
          ? new CertificateLink(successor.newId, successor.newNumber, successor.purpose)
          : null,
        replaces: predecessor
          ? new CertificateLink(predecessor.oldId, predecessor.oldNumber, predecessor.purpose)
          : null,
      };
    });
  }
}
