import type { INestApplicationContext } from '@nestjs/common';
import { applicationType, type ApplicationAction, type ApplicationStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Items } from '../../catalogue/items/items.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { AnswersService } from '../../registrations/applying/answers.service.js';
import type { Application } from '../../registrations/cases/application.type.js';
import { ApplyingService } from '../../registrations/applying/applying.service.js';
import { CasePages } from '../../registrations/cases/case-pages.js';
import { fileOf } from '../../registrations/cases/case-view.js';
import { ForwardingService } from '../../registrations/forwarding/forwarding.service.js';
import { MovesService } from '../../registrations/cases/moves.service.js';
import { PapersService } from '../../registrations/applying/papers.service.js';
import { ResultsService } from '../../registrations/results/results.service.js';
import { ReviewTargets } from '../../registrations/desk/review-targets.js';
import { ReviewService } from '../../registrations/desk/review.service.js';
import { SubmittingService } from '../../registrations/applying/submitting.service.js';
import { DemoDecisions } from './demo-decisions.js';
import { DEMO_INSTITUTION, demoCandidate, demoStaff } from './demo-actors.js';
import { initialCases, papersOf, type DemoCase } from './demo-case.js';
import { demoScan } from './demo-papers.js';

const OBJECTION = { reasonCode: 'FILE_STAMP_MISSING', note: '公章不清楚，请重新扫描' };

/** The person has another live case, or a rule says no: the seed goes on with the next. */
class Skipped extends Error {}

/** Drives demo cases through the same services people use; keys are fixed, so a second run repeats nothing. */
export class DemoCases {
  private readonly staff = new Map<Role, Actor>();

  private readonly decisions: DemoDecisions;

  constructor(private readonly app: INestApplicationContext) {
    this.decisions = new DemoDecisions(app, (role) => this.as(role));
  }

  /** @returns how many cases are in place. */
  async seed(accountIds: readonly string[]): Promise<number> {
    return this.place(initialCases(this.app.get(Clock).today(), accountIds));
  }

  /** @returns how many cases are in place; one that a rule refuses is left out. */
  async place(cases: readonly DemoCase[]): Promise<number> {
    const scan = await demoScan();
    let placed = 0;
    for (const one of cases) {
      try {
        await this.drive(one, scan);
        placed += 1;
      } catch (error) {
        if (!(error instanceof Skipped)) throw error;
      }
    }
    return placed;
  }

  private async drive(about: DemoCase, scan: Buffer): Promise<void> {
    const { goal, itemCode, type } = about;
    const candidate = demoCandidate(about.accountId);
    const key = (step: string): string => `demo-${about.key}-${step}`;
    const start = { idempotencyKey: key('start'), type, itemCode };
    const id = done(await this.app.get(ApplyingService).start(candidate, start));
    const current = await this.read(candidate, id);
    if (current.status !== 'DRAFT' || goal === 'DRAFT') return;
    await this.fill(candidate, current, about, key, scan);
    await this.submit(candidate, id, key('submit'));
    if (goal === 'WITHDRAWN') return this.act(candidate, id, 'WITHDRAW', key);
    if (goal === 'SUBMITTED') return;
    await this.upload(candidate, id, 'FORM_SIGNED', scan, key('form'));
    await this.review(id, goal, key);
    if (['UNDER_REVIEW', 'RETURNED', 'QUALIFIED'].includes(goal)) return;
    if (applicationType(type).path === 'REVIEW') return this.forward(id, goal, key);
    await this.examine(id, about, key);
  }

  private async fill(
    candidate: Actor,
    current: Application,
    about: DemoCase,
    key: (step: string) => string,
    scan: Buffer,
  ): Promise<void> {
    done(
      await this.app.get(AnswersService).save(candidate, {
        applicationId: current.id,
        version: current.version,
        idempotencyKey: key('answers'),
        answers: Object.entries(about.answers).map(([fieldId, value]) => ({ fieldId, value })),
        planId: await this.openPlan(about),
      }),
    );
    for (const slot of papersOf(about.type))
      await this.upload(candidate, current.id, slot, scan, key(slot));
  }

  private async upload(
    candidate: Actor,
    applicationId: string,
    slot: string,
    content: Buffer,
    idempotencyKey: string,
  ): Promise<void> {
    const file = { fileName: `${slot}.jpg`, content };
    done(
      await this.app
        .get(PapersService)
        .upload(candidate, { applicationId, slot, idempotencyKey }, file),
    );
  }

  private async submit(
    candidate: Actor,
    applicationId: string,
    idempotencyKey: string,
  ): Promise<void> {
    const { version } = await this.read(candidate, applicationId);
    done(
      await this.app
        .get(SubmittingService)
        .submit(candidate, { applicationId, version, idempotencyKey, truthDeclared: true }),
    );
  }

  private async review(
    id: string,
    goal: ApplicationStatus,
    key: (step: string) => string,
  ): Promise<void> {
    const reviewer = await this.as('REVIEWER');
    await this.act(reviewer, id, 'START_REVIEW', key);
    if (goal === 'UNDER_REVIEW') return;
    const current = await this.read(reviewer, id);
    const wrong = goal === 'RETURNED' ? 'WORK_PROOF' : null;
    const targets = this.app.get(ReviewTargets).of(reviewer, fileOf(current));
    done(
      await this.app.get(ReviewService).setVerdicts(reviewer, {
        applicationId: id,
        version: current.version,
        idempotencyKey: key('verdicts'),
        verdicts: targets
          .filter(({ due }) => due)
          .map(({ targetKind, target, seen }) =>
            target === wrong
              ? { targetKind, target, seen, ok: false, ...OBJECTION }
              : { targetKind, target, seen, ok: true },
          ),
      }),
    );
    await this.act(reviewer, id, wrong === null ? 'ACCEPT' : 'RETURN', key);
  }

  private async examine(
    id: string,
    { goal, itemCode }: DemoCase,
    key: (step: string) => string,
  ): Promise<void> {
    await this.act(await this.as('PLAN_CLERK'), id, 'SCHEDULE', key);
    if (goal === 'SCHEDULED') return;
    const clerk = await this.as('RESULT_CLERK');
    const { version } = await this.read(clerk, id);
    const item = await this.app.get(Items).byCode(itemCode);
    done(
      await this.app.get(ResultsService).enter(clerk, {
        applicationId: id,
        version,
        idempotencyKey: key('marks'),
        subjects: (item?.subjects ?? []).map(({ code }) => ({
          subjectCode: code,
          ...markFor(goal),
        })),
      }),
    );
    if (goal === 'EXAMINED') return;
    const publisher = await this.as('RESULT_PUBLISHER');
    const entered = await this.read(publisher, id);
    done(
      await this.app.get(ResultsService).publish(publisher, {
        applicationId: id,
        version: entered.version,
        idempotencyKey: key('publish'),
      }),
    );
    if (goal === 'PASSED' || isOver(goal)) return;
    const forwarder = await this.as('FORWARDER');
    await this.act(forwarder, id, 'QUEUE_FORWARD', key);
    await this.forward(id, goal, key);
  }

  private async forward(
    id: string,
    goal: ApplicationStatus,
    key: (step: string) => string,
  ): Promise<void> {
    if (goal === 'READY_TO_FORWARD') return;
    const forwarder = await this.as('FORWARDER');
    const queued = await this.read(forwarder, id);
    done(
      await this.app.get(ForwardingService).forward(forwarder, {
        idempotencyKey: key('forward'),
        applications: [{ id, version: queued.version }],
      }),
    );
    await this.decisions.decide(id, goal, key);
  }

  private async act(
    actor: Actor,
    id: string,
    action: ApplicationAction,
    key: (step: string) => string,
  ): Promise<void> {
    const { version } = await this.read(actor, id);
    done(
      await this.app.get(MovesService).act(actor, {
        applicationId: id,
        version,
        idempotencyKey: key(action),
        action,
        reason: null,
      }),
    );
  }

  private read(actor: Actor, id: string): Promise<Application> {
    return this.app.get(CasePages).one(actor, id);
  }

  private async as(role: Role): Promise<Actor> {
    const known = this.staff.get(role);
    if (known) return known;
    const [row] = await this.app
      .get(DataSource)
      .query<{ id: string }[]>(
        'SELECT account_id AS id FROM account_role WHERE role = ? ORDER BY account_id LIMIT 1',
        [role],
      );
    if (!row) throw new Error(`No demo account has the role ${role}.`);
    const actor = demoStaff(row.id, role);
    this.staff.set(role, actor);
    return actor;
  }

  /** A plan of the demo institution that takes the case today and has seats. @throws Skipped when there is none. */
  private async openPlan({ type, itemCode }: DemoCase): Promise<string> {
    const today = this.app.get(Clock).today();
    const [row] = await this.app.get(DataSource).query<{ id: string }[]>(
      `SELECT p.id FROM exam_plan p JOIN exam_plan_item i ON i.plan_id = p.id AND i.item_code = ?
       JOIN exam_plan_type t ON t.plan_id = p.id AND t.registration_type = ?
       WHERE p.institution_code = ? AND p.status IN ('PUBLISHED', 'REGISTRATION_OPEN')
         AND p.registration_from <= ? AND p.registration_to >= ? AND p.taken < p.capacity ORDER BY p.id LIMIT 1`,
      [itemCode, applicationType(type).registrationType, DEMO_INSTITUTION, today, today],
    );
    if (!row) throw new Skipped(`No open plan for ${type} ${itemCode}.`);
    return row.id;
  }
}

/** The exam ended the case. */
const isOver = (goal: ApplicationStatus): boolean => ['FAILED', 'ABSENT', 'VOID'].includes(goal);

/** One subject as the goal needs it. */
function markFor(goal: ApplicationStatus): {
  readonly outcome: 'PRESENT' | 'ABSENT' | 'VOID';
  readonly score?: string;
} {
  if (goal === 'ABSENT' || goal === 'VOID') return { outcome: goal };
  return { outcome: 'PRESENT', score: goal === 'FAILED' ? '55' : '86' };
}

/** @throws Skipped for a refusal. */
function done(outcome: string | UserError): string {
  if (outcome instanceof UserError) throw new Skipped(`${outcome.code}: ${outcome.message}`);
  return outcome;
}
