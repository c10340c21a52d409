import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Which gapless sequence a number comes from and what becomes of it. */
export interface NumberRequest {
  readonly series: string;
  readonly year: number;
  readonly certificateId: string;
  readonly at: Date;
  /** Writes a sequence as a number. */
  readonly format: (sequence: number) => string;
}

export type LedgerFaultKind = 'UNEXPLAINED' | 'NO_CERTIFICATE' | 'NOT_IN_LEDGER';

/** Something in the ledger that does not add up. `number` is null where only the sequence is known. */
export interface LedgerFault {
  readonly kind: LedgerFaultKind;
  readonly series: string;
  readonly sequence: number | null;
  readonly number: string | null;
}

/**
 * Gapless numbers per authority and year, each accounted for as ISSUED, VOID or RESERVED (goal N11).
 * The counter row moves by one statement inside the caller's transaction: a rollback gives the
 * number back, and "highest plus one" would hand it to two people (measured, goals G37).
 */
@Injectable()
export class NumberLedger {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the next number. Take it late in the transaction: the series waits until it ends.
   * A number that is already on a certificate entered from elsewhere is voided and passed over.
   */
  async issue(em: EntityManager, request: NumberRequest): Promise<string> {
    const { series, year, certificateId, at } = request;
    for (;;) {
      const sequence = await nextInSeries(em, series, year);
      const number = request.format(sequence);
      const taken = await em.query<unknown[]>(
        `SELECT 1 FROM certificate WHERE certificate_no = ?
         UNION ALL SELECT 1 FROM number_ledger WHERE issued_number = ?`,
        [number, number],
      );
      const isFree = taken.length === 0;
      await em.query(
        `INSERT INTO number_ledger (series, year, sequence, number, state, reason, certificate_id, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        isFree
          ? [series, year, sequence, number, 'ISSUED', null, certificateId, at]
          : [series, year, sequence, number, 'VOID', 'ALREADY_IN_REGISTER', null, at],
      );
      if (isFree) return number;
    }
  }

  /** Compares counters, ledger and register. @returns every fault; empty when all adds up. */
  async reconcile(): Promise<LedgerFault[]> {
    return [
      ...(await this.unexplained()),
      ...(await this.dataSource.query<LedgerFault[]>(
        `SELECT 'NO_CERTIFICATE' AS kind, l.series, l.sequence, l.number
         FROM number_ledger l
         LEFT JOIN certificate c ON c.id = l.certificate_id AND c.certificate_no = l.number
         WHERE l.state = 'ISSUED' AND c.id IS NULL ORDER BY l.series, l.year, l.sequence`,
      )),
      ...(await this.dataSource.query<LedgerFault[]>(
        `SELECT 'NOT_IN_LEDGER' AS kind, c.authority_code AS series, NULL AS sequence, c.certificate_no AS number
         FROM certificate c LEFT JOIN number_ledger l ON l.certificate_id = c.id AND l.state = 'ISSUED'
         WHERE c.source IS NOT NULL AND l.sequence IS NULL ORDER BY c.certificate_no`,
      )),
    ];
  }

  /** Sequences a counter has passed that the ledger does not know. */
  private async unexplained(): Promise<LedgerFault[]> {
    const counters = await this.dataSource.query<{ series: string; year: number; last: number }[]>(
      'SELECT series, year, last FROM number_counter WHERE series LIKE ? ORDER BY series, year',
      [`${CERTIFICATE_SERIES}%`],
    );
    const faults: LedgerFault[] = [];
    for (const { series, year, last } of counters) {
      const rows = await this.dataSource.query<{ sequence: number }[]>(
        'SELECT sequence FROM number_ledger WHERE series = ? AND year = ?',
        [series, year],
      );
      const known = new Set(rows.map(({ sequence }) => sequence));
      for (let sequence = 1; sequence <= last; sequence++) {
        if (!known.has(sequence))
          faults.push({ kind: 'UNEXPLAINED', series, sequence, number: null });
      }
    }
    return faults;
  }
}

const CERTIFICATE_SERIES = 'certificate:';

/** The series the certificates of an authority are numbered in. */
export const certificateSeries = (authorityCode: string): string =>
  `${CERTIFICATE_SERIES}${authorityCode}`;

/** Moves a counter by one; concurrent callers wait for each other's transaction. */
export async function nextInSeries(
  em: EntityManager,
  series: string,
  year: number,
): Promise<number> {
  await em.query(
    `INSERT INTO number_counter (series, year, last) VALUES (?, ?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)`,
    [series, year],
  );
  const [row] = await em.query<{ sequence: number | string }[]>(
    'SELECT LAST_INSERT_ID() AS sequence',
  );
  return Number(row?.sequence);
}
