import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/transactions.js';
import { RefusedError } from '../platform/graphql/user-error.js';
import { CertificateNumbers } from './certificate-numbers.js';
import { CertificateRegister } from './certificate-register.js';
import { statusOn } from './certificate-status.js';
import { certificateText } from './certificate-texts.js';
import type { Approved } from './certifying.js';
import type { IssuePurpose } from './issue-purpose.js';
import { IssuedCertificates, type IssuedCertificate } from './issued-certificates.js';
import type { IssuingTerms } from './issuing-terms.js';

/** What an approved reissue or change makes of a certificate. */
export interface Replacement {
  readonly purpose: Exclude<IssuePurpose, 'ISSUE'>;
  readonly replacesId: string;
  /** Corrected first issue dates by item code; null where none is corrected. */
  readonly firstIssueDates: Readonly<Record<string, string>> | null;
}

/**
 * Puts a new print in the place of a certificate (补发, 信息变更): the next number of the ledger, the
 * holder as approved, the items and their dates as they were, and the old print void
 * (domain.md §11: first issue and end date are kept).
 */
@Injectable()
export class Replacing {
  constructor(
    private readonly issued: IssuedCertificates,
    private readonly register: CertificateRegister,
    private readonly numbers: CertificateNumbers,
  ) {}

  /** Inside the caller's transaction. @returns the new certificate's id, or why the old one can no longer be replaced. */
  async replace(
    tx: Tx,
    actor: Actor,
    approved: Approved,
    replacement: Replacement,
    terms: IssuingTerms,
  ): Promise<string | RefusedError> {
    const { purpose, replacesId, firstIssueDates } = replacement;
    const old = await this.issued.lock(tx.em, replacesId);
    if (!old || statusOn(old.status, old.items, terms.on) !== 'VALID') {
      const message = certificateText(actor.request.language, 'issue.notInForce');
      return new RefusedError('STATE_INVALID', message);
    }
    const id = uuid();
    const number = await this.numbers.next(tx.em, {
      certificateId: id,
      authorityCode: approved.authorityCode,
      at: approved.at,
      terms,
    });
    await this.register.enter(tx.em, {
      ...approved,
      id,
      number,
      purpose,
      photoFileId: approved.photoFileId ?? old.photoFileId,
      issuedAt: approved.at,
      items: itemsOf(old, firstIssueDates),
    });
    await this.register.supersede(tx, old.id, { id, purpose }, approved);
    tx.emit('certificate.render', { certificateId: id });
    tx.note({ certificateId: id, replaces: old.id });
    return id;
  }
}

const itemsOf = (
  { items }: IssuedCertificate,
  corrected: Replacement['firstIssueDates'],
): IssuedCertificate['items'] =>
  items.map((item) => ({
    ...item,
    firstIssueDate: corrected?.[item.itemCode] ?? item.firstIssueDate,
  }));
