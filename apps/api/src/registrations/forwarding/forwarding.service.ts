import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApplicationAction } from '@kaopu/domain';
import { Issuance } from '../../certificates/issuance.js';
import { CertificateListeners, IssueLineListeners } from '../../certificates/source-listeners.js';
import type { Actor } from '../../platform/access/actor.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import {
  UserError,
  type InvalidInputError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { invalid } from '../../platform/i18n/refuse.js';
import type { ForwardApplicationsInput } from '../applying/application.inputs.js';
import { ApprovedCorrections } from '../requests/approved-corrections.js';
import { CaseCommands, type CaseEffect, type MoveRefusal } from '../cases/case-commands.js';
import type { CaseFile } from '../cases/case-file.js';
import { CASE_SOURCE, caseOfSource } from '../cases/case-source.js';
import { LinesToIssue } from './lines-to-issue.js';

/** The workflow's word for each decision of the authority. */
const DECISIONS = {
  APPROVE: 'APPROVE',
  RETURN: 'ISSUER_RETURN',
  REJECT: 'REJECT',
} as const satisfies Record<string, ApplicationAction>;

/** Hands passed cases to the issuing authority and follows what it decides (goals G35). */
@Injectable()
export class ForwardingService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: CaseCommands,
    private readonly issuance: Issuance,
    private readonly decisions: IssueLineListeners,
    private readonly certificates: CertificateListeners,
    private readonly corrections: ApprovedCorrections,
    private readonly lines: LinesToIssue,
  ) {}

  onModuleInit(): void {
    this.decisions.register(CASE_SOURCE, (tx, { source, decision, reason, actor }) =>
      this.follow(tx, actor, source, DECISIONS[decision], reason),
    );
    this.certificates.register(CASE_SOURCE, (tx, { source, step, actor }) =>
      this.follow(tx, actor, source, step, null),
    );
  }

  /** All or nothing, for one authority. @returns the batch's id, or why not. */
  forward(
    actor: Actor,
    input: ForwardApplicationsInput,
  ): Promise<string | InvalidInputError | MoveRefusal | RefusedError> {
    const { idempotencyKey } = input;
    return this.transactions.run<InvalidInputError | MoveRefusal>(
      { actor, operation: 'forwardApplications', idempotencyKey, input },
      async (tx) => {
        const files: CaseFile[] = [];
        const collect: CaseEffect<never> = ({ file }) => {
          files.push(file);
          return Promise.resolve(null);
        };
        for (const { id, version } of input.applications) {
          const move = { applicationId: id, version, action: 'FORWARD', reason: null } as const;
          const moved = await this.commands.move(tx, actor, move, collect);
          if (moved instanceof UserError) return moved;
        }
        tx.note({ applications: files.map(({ row }) => row.id) });
        return this.addBatch(tx, actor, files);
      },
    );
  }

  private async addBatch(
    tx: Tx,
    actor: Actor,
    files: readonly CaseFile[],
  ): Promise<string | InvalidInputError> {
    const [authorityCode, ...others] = new Set(files.map(({ row }) => row.authorityCode));
    const { institutionCode } = actor;
    if (!authorityCode || others.length > 0 || !institutionCode) {
      return invalid(actor, [{ path: 'applications', key: 'refusal.oneAuthority' }]);
    }
    const lines = [];
    for (const file of files) lines.push(await this.lines.of(tx.em, file));
    return this.issuance.addBatch(tx, actor, { institutionCode, authorityCode, lines });
  }

  /** @returns a refusal that stops the decision too. */
  private async follow(
    tx: Tx,
    actor: Actor,
    source: string,
    action: ApplicationAction,
    reason: string | null,
  ): Promise<UserError | null> {
    const move = { applicationId: caseOfSource(source), version: null, action, reason };
    const effect = action === 'APPROVE' ? this.corrections.effect : null;
    const moved = await this.commands.move<RefusedError>(tx, actor, move, effect);
    return moved instanceof UserError ? moved : null;
  }
}
