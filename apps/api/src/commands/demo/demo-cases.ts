import type { INestApplicationContext } from '@nestjs/common';
import { addDays, addMonths, type ApplicationAction, type ApplicationStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { Actor, Role } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { AnswersService } from '../../registrations/answers.service.js';
import type { Application } from '../../registrations/application.type.js';
import { ApplyingService } from '../../registrations/applying.service.js';
import { CasePages } from '../../registrations/case-pages.js';
import { fileOf } from '../../registrations/case-view.js';
import { ForwardingService } from '../../registrations/forwarding.service.js';
import { MovesService } from '../../registrations/moves.service.js';
import { PapersService } from '../../registrations/papers.service.js';
import { ResultsService } from '../../registrations/results.service.js';
import { ReviewTargets } from '../../registrations/review-targets.js';
import { ReviewService } from '../../registrations/review.service.js';
import { SubmittingService } from '../../registrations/submitting.service.js';
import { DEMO_INSTITUTION, demoCandidate, demoStaff } from './demo-actors.js';
import { demoScan } from './demo-papers.js';

/** How far each demo case goes; several of each, so that every list shows something. */
const GOALS: readonly ApplicationStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'QUALIFIED',
  'SCHEDULED',
  'EXAMINED',
  'PASSED',
  'FAILED',
  'READY_TO_FORWARD',
  'FORWARDED',
  'WITHDRAWN',
];
const CASES = 26;
const ITEMS = ['RT-I', 'UT-I', 'MT-I', 'PT-I'] as const;
const SLOTS = ['ID_COPY', 'DIPLOMA', 'WORK_PROOF', 'VISION'] as const;

const OBJECTION = { reasonCode: 'FILE_STAMP_MISSING', note: '公章不清楚，请重新扫描' };

/** The person has another live case, or a rule says no: the seed goes on with the next. */
class Skipped extends Error {}

/** Drives demo cases through the same services people use; keys are fixed, so a second run repeats nothing. */
export class DemoCases {
  private readonly staff = new Map<Role, Actor>();

  constructor(private readonly app: INestApplicationContext) {}

  /** @returns how many cases are in place. */
  async seed(accountIds: readonly string[]): Promise<number> {
    const plan = await this.openPlan();
    if (plan === null) return 0;
    const scan = await demoScan();
    let placed = 0;
    for (const [index, accountId] of accountIds.slice(1, CASES + 1).entries()) {
      const goal = GOALS[index % GOALS.length] ?? 'DRAFT';
      const itemCode = ITEMS[index % ITEMS.length] ?? 'RT-I';
      try {
        await this.drive(demoCandidate(accountId), { index, goal, itemCode, plan, scan });
        placed += 1;
      } catch (error) {
        if (!(error instanceof Skipped)) throw error;
      }
    }
    return placed;
  }

  private async drive(
    candidate: Actor,
    about: { index: number; goal: ApplicationStatus; itemCode: string; plan: string; scan: Buffer },
  ): Promise<void> {
    const { goal, itemCode, plan, scan } = about;
    const key = (step: string): string => `demo-${about.index}-${step}`;
    const id = done(
      await this.app
        .get(ApplyingService)
        .start(candidate, { idempotencyKey: key('start'), type: 'testing-initial', itemCode }),
    );
    const current = await this.read(candidate, id);
    if (current.status !== 'DRAFT' || goal === 'DRAFT') return;
    await this.fill(candidate, current, plan, key, scan);
    await this.submit(candidate, id, key('submit'));
    if (goal === 'WITHDRAWN') return this.act(candidate, id, 'WITHDRAW', key);
    if (goal === 'SUBMITTED') return;
    await this.upload(candidate, id, 'FORM_SIGNED', scan, key('form'));
    await this.review(id, goal, key);
    if (['UNDER_REVIEW', 'RETURNED', 'QUALIFIED'].includes(goal)) return;
    await this.examine(id, goal, key);
  }

  private async fill(
    candidate: Actor,
    current: Application,
    planId: string,
    key: (step: string) => string,
    scan: Buffer,
  ): Promise<void> {
    const today = this.app.get(Clock).today();
    const answers = {
      testingNature: 'PERIODIC',
      workYears: 3,
      workRecords: [
        { from: addMonths(today, -40), to: null, unit: '演示检测有限公司', kind: 'TESTING' },
      ],
      nearVisionLeft: '5.0',
      nearVisionRight: '5.1',
      colourVision: 'NORMAL',
      visionExamDate: addDays(today, -40),
      deliveryMethod: 'PICK_UP',
    };
    done(
      await this.app.get(AnswersService).save(candidate, {
        applicationId: current.id,
        version: current.version,
        idempotencyKey: key('answers'),
        answers: Object.entries(answers).map(([fieldId, value]) => ({ fieldId, value })),
        planId,
      }),
    );
    for (const slot of SLOTS) await this.upload(candidate, current.id, slot, scan, key(slot));
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
    goal: ApplicationStatus,
    key: (step: string) => string,
  ): Promise<void> {
    await this.act(await this.as('PLAN_CLERK'), id, 'SCHEDULE', key);
    if (goal === 'SCHEDULED') return;
    const clerk = await this.as('RESULT_CLERK');
    const { version } = await this.read(clerk, id);
    const score = goal === 'FAILED' ? '55' : '86';
    done(
      await this.app.get(ResultsService).enter(clerk, {
        applicationId: id,
        version,
        idempotencyKey: key('marks'),
        subjects: ['T1', 'P1'].map((subjectCode) => ({
          subjectCode,
          outcome: 'PRESENT' as const,
          score,
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
    if (goal === 'PASSED' || goal === 'FAILED') return;
    const forwarder = await this.as('FORWARDER');
    await this.act(forwarder, id, 'QUEUE_FORWARD', key);
    if (goal === 'READY_TO_FORWARD') return;
    const queued = await this.read(forwarder, id);
    done(
      await this.app.get(ForwardingService).forward(forwarder, {
        idempotencyKey: key('forward'),
        applications: [{ id, version: queued.version }],
      }),
    );
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

  /** A plan of the demo institution that takes level Ⅰ today and has seats. */
  private async openPlan(): Promise<string | null> {
    const today = this.app.get(Clock).today();
    const [row] = await this.app.get(DataSource).query<{ id: string }[]>(
      `SELECT p.id FROM exam_plan p JOIN exam_plan_item i ON i.plan_id = p.id AND i.item_code = 'RT-I'
       JOIN exam_plan_type t ON t.plan_id = p.id AND t.registration_type = 'INITIAL'
       WHERE p.institution_code = ? AND p.status IN ('PUBLISHED', 'REGISTRATION_OPEN')
         AND p.registration_from <= ? AND p.registration_to >= ? AND p.taken < p.capacity ORDER BY p.id LIMIT 1`,
      [DEMO_INSTITUTION, today, today],
    );
    return row?.id ?? null;
  }
}

/** @throws Skipped for a refusal. */
function done(outcome: string | UserError): string {
  if (outcome instanceof UserError) throw new Skipped(`${outcome.code}: ${outcome.message}`);
  return outcome;
}
