import { Injectable } from '@nestjs/common';
import {
  decide,
  type ApplicationAction,
  type ApplicationStatus,
  type WorkflowFlags,
} from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import { accident } from '../../platform/graphql/accident.js';
import type { ConflictError, RefusedError, UserError } from '../../platform/graphql/user-error.js';
import { conflict } from '../../platform/i18n/refuse.js';
import type { ActionRefusedError } from './application.errors.js';
import { ApplicationRow } from './application.entity.js';
import { logMove } from './application-log.js';
import { actionRefused, actingRole, workflowActor } from './case-answers.js';
import type { CaseFile } from './case-file.js';
import { CaseFiles } from './case-files.js';
import { CaseFlags } from './case-flags.js';
import { CaseNotices } from './case-notices.js';
import { scopeOf } from './scope.js';

/** One workflow action somebody wants done on a case they saw at `version`. */
export interface CaseMove {
  readonly applicationId: string;
  /** Null only where being late is harmless, for example a new file in a slot. */
  readonly version: number | null;
  readonly action: ApplicationAction;
  readonly reason: string | null;
}

/** A move asked for by a mutation of its own. */
export interface CaseCommand extends CaseMove {
  readonly operation: string;
  /** Null only for the product's own timers, which look before they act. */
  readonly idempotencyKey: string | null;
  readonly input: unknown;
}

/** An allowed move about to be written: effects add to `set` or refuse. */
export interface CaseChange {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly file: CaseFile;
  readonly to: ApplicationStatus;
  readonly now: Date;
  readonly set: QueryDeepPartialEntity<ApplicationRow>;
}

/** What an action does beside moving the status. Runs before the row is written. */
export type CaseEffect<Refusal extends UserError> = (change: CaseChange) => Promise<Refusal | null>;

/** Facts that count otherwise for this command than for what the screen shows. */
export type FlagChanges = WorkflowFlags;

/** Why a case did not move, beside what an effect refuses. */
export type MoveRefusal = ConflictError | ActionRefusedError;

/**
 * The one way a case changes: lock the row inside the actor's scope, compare versions, ask the
 * workflow table, run the effect, write, log the move, send its notices — in one transaction.
 */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: CaseFiles,
    private readonly flags: CaseFlags,
    private readonly notices: CaseNotices,
    private readonly clock: Clock,
  ) {}

  /** @returns the application's id, or why not. @throws NOT_FOUND when it is not the actor's. */
  run<Refusal extends UserError = never>(
    actor: Actor,
    command: CaseCommand,
    effect: CaseEffect<Refusal> | null = null,
    flagChanges: FlagChanges = {},
  ): Promise<string | Refusal | MoveRefusal | RefusedError> {
    const { operation, idempotencyKey, input, applicationId: subjectId } = command;
    return this.transactions.run<Refusal | MoveRefusal>(
      { actor, operation, idempotencyKey, input, subjectId },
      (tx) => this.move(tx, actor, command, effect, flagChanges),
    );
  }

  /** The same inside a transaction that is already open, for bulk actions and events. */
  async move<Refusal extends UserError = never>(
    tx: Tx,
    actor: Actor,
    command: CaseMove,
    effect: CaseEffect<Refusal> | null,
    flagChanges: FlagChanges = {},
  ): Promise<string | Refusal | MoveRefusal> {
    const file = await this.lock(tx.em, actor, command.applicationId);
    const { row, type } = file;
    if (command.version !== null && row.version !== command.version) {
      return conflict(actor, row.version, row.updatedAt);
    }
    const flags = await this.flags.of(actor, file, flagChanges);
    const decision = decide({
      type,
      state: row.status,
      action: command.action,
      actor: workflowActor(actor, row),
      flags,
      reason: command.reason,
    });
    if (!decision.allowed) return actionRefused(actor, file, flags, decision);
    const change = { tx, actor, file, to: decision.to, now: this.clock.now(), set: {} };
    const refusal = await effect?.(change);
    if (refusal) return refusal;
    await this.write(change, command);
    return row.id;
  }

  private async write(change: CaseChange, { action, reason }: CaseMove): Promise<void> {
    const { tx, actor, to, now, set } = change;
    const { row, type } = change.file;
    const changes = { ...set, status: to, updatedAt: now };
    if (!(await updateVersioned(tx.em, ApplicationRow, row.id, row.version, changes))) {
      throw new Error(`Application ${row.id} changed under its own lock.`);
    }
    const role = actingRole(actor, type, row.status, action);
    const move = { applicationId: row.id, action, from: row.status, to, reason, role };
    await logMove(tx.em, actor, move, now);
    tx.note({ applicationId: row.id, action, from: row.status, to, version: row.version + 1 });
    await this.notices.send(change, action);
  }

  /** @throws NOT_FOUND when it is not there or not the actor's. */
  private async lock(em: EntityManager, actor: Actor, id: string): Promise<CaseFile> {
    const scope = scopeOf(actor);
    const tail = `WHERE a.id = ? AND ${scope.sql} FOR UPDATE`;
    const [file] = await this.files.select(actor, tail, [id, ...scope.values], em);
    if (!file) throw accident('NOT_FOUND');
    return file;
  }
}
