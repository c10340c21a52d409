import { Injectable } from '@nestjs/common';
import { certificateNumber } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import type { IssuingTerms } from './issuing-terms.js';
import { certificateSeries, NumberLedger } from './number-ledger.js';

/** A certificate about to be entered that needs its number. */
export interface NumberFor {
  readonly certificateId: string;
  readonly authorityCode: string;
  readonly at: Date;
  readonly terms: IssuingTerms;
}

/** Numbers of new prints: the authority's series of the year, written by its template. */
@Injectable()
export class CertificateNumbers {
  constructor(private readonly ledger: NumberLedger) {}

  /** Take it late in the transaction: the series waits until it ends. */
  next(em: EntityManager, { certificateId, authorityCode, at, terms }: NumberFor): Promise<string> {
    const { numberTemplate, item, on } = terms;
    return this.ledger.issue(em, {
      series: certificateSeries(authorityCode),
      year: Number(on.slice(0, 4)),
      certificateId,
      at,
      format: (sequence) =>
        certificateNumber(numberTemplate, {
          authority: authorityCode,
          track: item.track,
          itemCode: item.code,
          issuedOn: on,
          sequence,
        }),
    });
  }
}
