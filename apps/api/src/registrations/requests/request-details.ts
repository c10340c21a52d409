import { Injectable } from '@nestjs/common';
import { maskIdNumber, milestonesOf, reachedMilestones, text, touchedRows } from '@kaopu/domain';
import { CertificateReader } from '../../certificates/certificate-reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { ApplicationQueries } from '../cases/application.queries.js';
import { contentOf, type CaseFile } from '../cases/case-file.js';
import { certifiedData } from '../cases/case-problems.js';
import { changeRow } from './change-rows.js';
import type { CertificateRequest, ChangeRow, Milestone } from './certificate-request.type.js';

/** What a case about a certificate shows beside what every case shows. */
@Injectable()
export class RequestDetails {
  constructor(
    private readonly certificates: CertificateReader,
    private readonly queries: ApplicationQueries,
  ) {}

  /** Null for an application for an item. */
  async of(actor: Actor, file: CaseFile): Promise<CertificateRequest | null> {
    const { certificate, row } = file;
    if (!certificate) return null;
    const found = await this.certificates.byIds([certificate.id], actor.request.language);
    const shown = found.get(certificate.id);
    if (!shown) throw new Error(`Certificate ${certificate.id} cannot be read.`);
    const { name, sex, idNumber, employer } = certificate.holder;
    const isOwner = actor.id === row.accountId;
    return {
      certificate: shown,
      holder: {
        name,
        sex,
        idNumber: isOwner ? idNumber : maskIdNumber(idNumber),
        employer,
        items: certificate.items.map(({ itemCode, firstIssueDate }) => ({
          itemCode,
          firstIssueDate,
        })),
      },
      changes: this.changes(actor, file, isOwner),
    };
  }

  /** When each station was reached; those ahead have no time. */
  async milestones(file: CaseFile, actor: Actor): Promise<Milestone[]> {
    const stations = milestonesOf(file.type);
    if (stations.length === 0) return [];
    const reached = reachedMilestones(file.type, await this.queries.moves(file.row.id));
    return stations.map((status) => ({
      status,
      label: text(actor.request.language, `milestone.${status}`),
      at: reached.get(status) ?? null,
    }));
  }

  private changes(actor: Actor, file: CaseFile, isOwner: boolean): ChangeRow[] {
    const data = certifiedData(file);
    if (data === null || file.content === null) return [];
    const { answers } = contentOf(file);
    return touchedRows(data, answers).map((row) => changeRow(actor.request.language, row, isOwner));
  }
}
