import { Inject, Injectable } from '@nestjs/common';
import {
  isSignedBeforeSubmission,
  missingFields,
  missingSlots,
  shanghaiDate,
  signedSlotOf,
  type ApplicationStatus,
  type WorkflowFlags,
} from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { CaseFacts } from './case-facts.js';
import { contentOf, type CaseFile } from './case-file.js';
import { PREPARING } from './case-files.js';
import { contentProblems, unchanged } from './case-problems.js';
import { contentHash, isStale, NOTHING_BESIDE } from './fingerprint.js';
import { isClosed } from '../applying/plan-fit.js';
import { RestoreDeadline } from './restore-deadline.js';
import { ResultFlags } from '../results/result-flags.js';
import { unjudged } from '../desk/review-targets.js';

/** Reads every fact the guards of the workflow ask for, for the actor who asks. */
@Injectable()
export class CaseFlags {
  constructor(
    private readonly facts: CaseFacts,
    private readonly results: ResultFlags,
    private readonly restoring: RestoreDeadline,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param given facts the caller knows better; what only they would need is not read. */
  async of(actor: Actor, file: CaseFile, given: WorkflowFlags = {}): Promise<WorkflowFlags> {
    const { row, slots } = file;
    const hasForm = slots.has(signedSlotOf(file.type) ?? '');
    const isReturned = row.status === 'RETURNED';
    return {
      signedFormMissing: row.number !== null && !hasForm,
      signedFormStale: hasForm && isFormStale(file),
      ...verdictFlags(file),
      actorTookPart: file.actorTookPart,
      examPassed: row.passedOn !== null,
      returnDueDate: isReturned && row.returnDueAt ? lastDay(row.returnDueAt) : null,
      returnOverdue: isReturned && row.returnDueAt !== null && row.returnDueAt <= this.clock.now(),
      ...assignmentFlags(file),
      examAhead: this.isExamAhead(file),
      changeOpen: row.status === 'READY_TO_FORWARD' && (await this.facts.isChangeOpen(file)),
      ...(actor.id === row.accountId && (await this.ownerFlags(file, given))),
      ...(row.deletedAt && (await this.deletionFlags(row.deletedAt, row.deletedFrom))),
      ...(await this.results.of(file)),
      ...given,
    };
  }

  private async ownerFlags(file: CaseFile, given: WorkflowFlags): Promise<WorkflowFlags> {
    const isFilingKnown = given.missingRequired !== undefined && given.ineligible !== undefined;
    switch (file.row.status) {
      case 'DRAFT':
        return {
          ...(!isFilingKnown && (await this.filingFlags(file))),
          planClosed:
            file.planChoice === 'BY_CANDIDATE' &&
            file.plan !== null &&
            isClosed(file.plan, this.clock.now()),
        };
      case 'RETURNED':
        return isFilingKnown ? {} : this.filingFlags(file);
      case 'QUALIFIED':
      case 'SCHEDULED':
        return { withdrawalClosed: this.hasExamBegun(file) };
      default:
        return {};
    }
  }

  private async deletionFlags(
    deletedAt: Date,
    deletedFrom: ApplicationStatus | null,
  ): Promise<WorkflowFlags> {
    if (deletedFrom !== 'SUBMITTED' && deletedFrom !== 'RETURNED') return {};
    const until = await this.restoring.of(deletedAt);
    const restoreOver = until < this.clock.today();
    return { deletedFrom, restoreOver, restoreUntil: restoreOver ? null : until };
  }

  private async filingFlags(file: CaseFile): Promise<WorkflowFlags> {
    const { report, requirements, facts, parameters } = await this.facts.standingOf(file);
    const { answers, person } = contentOf(file);
    const context = { facts, parameters };
    const missing = missingSlots(requirements, [...file.slots.keys()], { beforeSubmission: true });
    const empty = missingFields(file.type, person, answers, context);
    const problems = [
      ...contentProblems(file, { answers, person }, this.clock.today()),
      ...unchanged(file, answers),
    ];
    const hasPlan = file.row.planId !== null || file.planChoice !== 'BY_CANDIDATE';
    return {
      missingRequired: missing.length + empty.length + problems.length + (hasPlan ? 0 : 1),
      ineligible: !report.eligible,
    };
  }

  /** Until the first day of the exam people may withdraw themselves (domain.md §20). */
  private hasExamBegun({ plan }: CaseFile): boolean {
    return plan?.examFrom != null && plan.examFrom <= this.clock.today();
  }

  /** A demonstration is gone through in one sitting; its exams take place whenever somebody marks them. */
  private isExamAhead(file: CaseFile): boolean {
    const isSet = file.plan?.examFrom != null;
    return !this.settings.demo && isSet && !this.hasExamBegun(file);
  }
}

/** Whether the desk is to assign a plan, and has. */
const assignmentFlags = ({ planChoice, row }: CaseFile): WorkflowFlags => ({
  candidateChoosesPlan: planChoice !== 'BY_STAFF',
  planMissing: planChoice === 'BY_STAFF' && row.planId === null,
});

/** What was objected to, and what of it was answered since. */
function verdictFlags(file: CaseFile): WorkflowFlags {
  const fixes = file.verdicts.filter(({ ok }) => !ok);
  const untouched = fixes.filter((verdict) => !isStale(verdict, file));
  const open = file.row.status === 'RETURNED' ? fixes : untouched;
  return {
    openVerdicts: open.length,
    unexplainedVerdicts: open.filter(({ reasonCode }) => reasonCode === null).length,
    unansweredFixes: untouched.length,
    ...(asksForVerdicts(file) && { unjudgedItems: unjudged(file).length }),
  };
}

/** Whether an action of the state depends on what was judged; only then is the submission opened. */
const asksForVerdicts = ({ row, type }: CaseFile): boolean =>
  type.workflow.states.some(
    ({ code, actions }) =>
      code === row.status && actions.some(({ guards }) => guards.includes('ALL_JUDGED_OK')),
  );

/** The signed form shows other content than the case holds now, or than would be handed in now. */
function isFormStale({ row, type, content }: CaseFile): boolean {
  if (row.signedDataVersion !== row.dataVersion) return true;
  const isPrepared = isSignedBeforeSubmission(type) && PREPARING.has(row.status);
  return (
    isPrepared && content !== null && contentHash(type, content, NOTHING_BESIDE) !== row.contentHash
  );
}

/** The day whose end the instant is. */
const lastDay = (until: Date): string => shanghaiDate(new Date(until.getTime() - 1));
