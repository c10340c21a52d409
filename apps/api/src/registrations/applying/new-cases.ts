import { Injectable } from '@nestjs/common';
import { isSignedBeforeSubmission, type Answers, type ApplicationType } from '@kaopu/domain';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/transactions.js';
import { ApplicationCells } from '../cases/application-cells.js';
import { ApplicationRow } from '../cases/application.entity.js';
import { logMove } from '../cases/application-log.js';
import { ApplicationNumbers } from '../cases/application-numbers.js';

/** What a new case is about. */
export interface NewCase {
  readonly type: ApplicationType;
  readonly itemCode: string;
  /** Null for an application for the item itself. */
  readonly certificateId: string | null;
  /** What is filled in from the start. */
  readonly answers: Answers;
}

/** Writes the first row of a case and its log. */
@Injectable()
export class NewCases {
  constructor(
    private readonly cells: ApplicationCells,
    private readonly numbers: ApplicationNumbers,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the caller's transaction. A form that is signed before submission names its case, so such a
   * case is numbered now.
   *
   * @returns the new application's id.
   * @throws Error of the database when the person has a live case about the same already.
   */
  async begin(
    { em }: Tx,
    actor: Actor,
    { type, itemCode, certificateId, answers }: NewCase,
  ): Promise<string> {
    const now = this.clock.now();
    const id = uuid();
    const { code, version, workflow } = type;
    const number = isSignedBeforeSubmission(type) ? await this.numbers.next() : null;
    await em.insert(ApplicationRow, {
      id,
      number,
      type: code,
      declarationVersion: version,
      accountId: actor.id,
      itemCode,
      certificateId,
      status: workflow.initial,
      answersEnc: this.cells.seal(id, 'answers_enc', answers),
      dataVersion: 0,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
    const move = { applicationId: id, action: 'EDIT', from: null, to: workflow.initial } as const;
    await logMove(em, actor, { ...move, reason: null, role: 'CANDIDATE' }, now);
    return id;
  }
}
