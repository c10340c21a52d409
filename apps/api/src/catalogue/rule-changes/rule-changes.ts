import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { leanColumns, leanRows, asDeclared } from '../../platform/database/lean-rows.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import {
  UserError,
  type InvalidInputError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { invalid, refuse, type Problem } from '../../platform/i18n/refuse.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import { inForce } from '../effective-on.js';
import { RuleParameterEntity } from '../rules/rule-parameter.entity.js';
import type { PlanRuleChangeInput, WithdrawRuleChangeInput } from './rule-change.inputs.js';
import { RuleParameter, RuleParameterValue, type RulePhase } from './rule-parameter.type.js';
import { isRead, isReadable } from './rule-shape.js';

const SOURCE = { min: 2, max: 200 } as const;

/** The role that may plan and withdraw. */
export const CHANGES_RULES = 'SYSADMIN';

/** What an administrator decides is our own, however good its source. */
const TRUST = 'ours';

/** A row, and whether an administrator planned it. */
type StoredRow = RuleParameterEntity & { readonly isPlanned: boolean };

/**
 * Changes of rules that are data (domain.md §5–§9): always a new value from a coming day on, so that
 * nothing already decided is judged anew, and everybody can read it before it holds.
 */
@Injectable()
export class RuleChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly memory: CatalogueMemory,
    private readonly clock: Clock,
  ) {}

  /** All, by code: there are some dozens. */
  async list(actor: Actor): Promise<RuleParameter[]> {
    return this.parametersOf(actor, await this.stored('ORDER BY t.code, t.valid_from DESC', []));
  }

  /** Its answer is the parameter with the new value among its values. */
  async plan(
    actor: Actor,
    input: PlanRuleChangeInput,
  ): Promise<RuleParameter | InvalidInputError | RefusedError> {
    const source = input.source.trim();
    const done = await this.transactions.run(
      { actor, operation: 'planRuleChange', idempotencyKey: input.idempotencyKey, input },
      (tx) => this.insert(tx, actor, { ...input, source }),
    );
    return done instanceof UserError ? done : this.changed(actor, done);
  }

  async withdraw(
    actor: Actor,
    input: WithdrawRuleChangeInput,
  ): Promise<RuleParameter | RefusedError> {
    const { code, validFrom, idempotencyKey } = input;
    const done = await this.transactions.run(
      { actor, operation: 'withdrawRuleChange', idempotencyKey, input },
      async ({ em, note }) => {
        const [row] = await em.query<{ isPlanned: number }[]>(
          `SELECT planned_by IS NOT NULL AS isPlanned FROM rule_parameter
           WHERE code = ? AND valid_from = ? FOR UPDATE`,
          [code, validFrom],
        );
        if (!row) return refuse(actor, 'NOT_FOUND');
        if (!row.isPlanned) return refuse(actor, 'STATE_INVALID', 'problem.ruleShipped');
        if (validFrom <= this.clock.today()) {
          return refuse(actor, 'STATE_INVALID', 'problem.ruleBegun');
        }
        await em.query('DELETE FROM rule_parameter WHERE code = ? AND valid_from = ?', [
          code,
          validFrom,
        ]);
        note({ validFrom });
        return code;
      },
    );
    return done instanceof UserError ? done : this.changed(actor, done);
  }

  private async insert(
    { em, note }: Tx,
    actor: Actor,
    { code, value, validFrom, source }: PlanRuleChangeInput,
  ): Promise<string | InvalidInputError | RefusedError> {
    // Whoever plans for the same rule waits here, so that the day is free until the row is written.
    const own = await em.query<{ validFrom: string }[]>(
      'SELECT valid_from AS validFrom FROM rule_parameter WHERE code = ? ORDER BY valid_from FOR UPDATE',
      [code],
    );
    if (own.length === 0) return refuse(actor, 'NOT_FOUND');
    if (!isRead(code)) return refuse(actor, 'STATE_INVALID', 'problem.ruleUnused');
    // After the wait: the day may have begun meanwhile.
    const problems = [...this.dayProblems(validFrom), ...sourceProblems(source)];
    if (problems.length > 0) return invalid(actor, problems);
    if (own.some((row) => row.validFrom === validFrom)) {
      return invalid(actor, [{ path: 'validFrom', key: 'problem.ruleDayTaken' }]);
    }
    const rows = await leanRows(em, RuleParameterEntity, '');
    const change = { code, value, validFrom, validTo: null, trust: TRUST, source } as const;
    if (!isReadable(rows, change)) {
      return invalid(actor, [{ path: 'value', key: 'problem.ruleValue' }]);
    }
    await em.query(
      `INSERT INTO rule_parameter (code, value, valid_from, trust, source, planned_by)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [code, JSON.stringify(value), validFrom, TRUST, source, actor.id],
    );
    note({ validFrom, value });
    return code;
  }

  /** The rules are read anew in this process at once, in others within five seconds. */
  private async changed(actor: Actor, code: string): Promise<RuleParameter | RefusedError> {
    this.memory.forget();
    const rows = await this.stored('WHERE t.code = ? ORDER BY t.valid_from DESC', [code]);
    return this.parametersOf(actor, rows)[0] ?? refuse(actor, 'NOT_FOUND');
  }

  private async stored(tail: string, values: readonly unknown[]): Promise<StoredRow[]> {
    const em: EntityManager = this.dataSource.manager;
    const columns = leanColumns(em, RuleParameterEntity, 't');
    const rows = await em.query<Record<string, unknown>[]>(
      `SELECT ${columns}, t.planned_by IS NOT NULL AS isPlanned FROM rule_parameter t ${tail}`,
      [...values],
    );
    return rows.map(({ isPlanned, ...row }) => ({
      ...asDeclared<RuleParameterEntity>(em, RuleParameterEntity, row),
      isPlanned: Boolean(isPlanned),
    }));
  }

  private parametersOf(actor: Actor, rows: readonly StoredRow[]): RuleParameter[] {
    const mayChange = actor.roles.includes(CHANGES_RULES);
    const today = this.clock.today();
    const current = inForce(rows, today);
    const byCode = Map.groupBy(rows, ({ code }) => code);
    return [...byCode].map(([code, own]) => {
      const values = own.map(({ isPlanned, ...row }) => {
        const phase = phaseOf(row, today, current.get(code)?.validFrom);
        const withdrawable = mayChange && isPlanned && phase === 'PLANNED';
        return new RuleParameterValue({ ...row, phase, withdrawable });
      });
      const inUse = isRead(code);
      return new RuleParameter({ code, values, inUse, changeable: mayChange && inUse });
    });
  }

  private dayProblems(validFrom: string): Problem[] {
    const isPast = validFrom <= this.clock.today();
    return isPast ? [{ path: 'validFrom', key: 'problem.ruleFromTomorrow' }] : [];
  }
}

const sourceProblems = ({ length }: string): Problem[] =>
  length < SOURCE.min || length > SOURCE.max
    ? [{ path: 'source', key: 'problem.ruleSource', params: SOURCE }]
    : [];

function phaseOf(
  { validFrom }: RuleParameterEntity,
  today: string,
  current: string | undefined,
): RulePhase {
  if (validFrom > today) return 'PLANNED';
  return validFrom === current ? 'CURRENT' : 'PAST';
}
