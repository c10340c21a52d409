import { Injectable } from '@nestjs/common';
import {
  isSignedBeforeSubmission,
  scoreInHundredths,
  writableSlots,
  type ApplicationStatus,
} from '@kaopu/domain';
import { SlotFiles } from '../../attachments/slot-files.js';
import { Items } from '../../catalogue/items/items.js';
import type { MaterialRule } from '../../catalogue/rules/material-rules.js';
import type { Certificate } from '../../certificates/certificate.type.js';
import { CertificateReader } from '../../certificates/certificate-reader.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { SignedUrls } from '../../platform/crypto/signed-url.js';
import { say } from '../../platform/i18n/refuse.js';
import { ApplicationQueries } from './application.queries.js';
import type { PlanChoice, SlotState, TimelineEntry } from './application.type.js';
import { CaseFacts } from './case-facts.js';
import type { CaseFile } from './case-file.js';
import { CaseMaterials } from './case-materials.js';
import { CaseView } from './case-view.js';
import type { EligibilityReport } from '../applying/eligibility.type.js';
import { eligibilityReport, slotRequirement } from '../applying/eligibility-view.js';
import { examinedSubjects } from '../applying/examined-subjects.js';
import { flaggedTargets } from './flagged.js';
import { sourceOf } from './case-source.js';
import { planMisfit } from '../applying/plan-fit.js';
import type { SubjectResult } from '../results/subject-result.type.js';

export const FORM_PATH = '/files/forms/';

/** Where the authority has approved and a certificate exists. */
const ISSUED: ReadonlySet<ApplicationStatus> = new Set<ApplicationStatus>([
  'APPROVED',
  'PRINTED',
  'DELIVERED',
]);

/** Computes the on-demand parts of an application. */
@Injectable()
export class ApplicationDetails {
  constructor(
    private readonly facts: CaseFacts,
    private readonly view: CaseView,
    private readonly queries: ApplicationQueries,
    private readonly materials: CaseMaterials,
    private readonly slotFiles: SlotFiles,
    private readonly items: Items,
    private readonly plans: ExamPlans,
    private readonly certificates: CertificateReader,
    private readonly urls: SignedUrls,
    private readonly clock: Clock,
  ) {}

  async slots(actor: Actor, file: CaseFile): Promise<SlotState[]> {
    const { row, type } = file;
    const isOwner = actor.id === row.accountId;
    const { requirements } = await this.facts.standingOf(file);
    const rules = await this.rulesOf(file);
    const verdicts = await this.view.verdicts(actor, file, isOwner);
    const open = isOwner
      ? writableSlots({ type, state: row.status, role: 'CANDIDATE', flagged: flaggedTargets(file) })
      : [];
    const isAsked = (slot: string): boolean =>
      !isOwner || verdicts.some(({ ok, target }) => !ok && target === slot);
    return requirements
      .filter(({ need, slot }) => need !== 'NOT_NEEDED' || file.slots.has(slot) || isAsked(slot))
      .map((requirement) => {
        const current = file.slots.get(requirement.slot);
        return {
          requirement: slotRequirement(actor, requirement, rules.get(requirement.slot)),
          attachment: current
            ? this.slotFiles.view(current, actor.request.language, isOwner ? null : actor.id)
            : null,
          verdict:
            verdicts.find(
              ({ targetKind, target }) => targetKind === 'SLOT' && target === requirement.slot,
            ) ?? null,
          writable: open.includes(requirement.slot),
        };
      });
  }

  async eligibility(actor: Actor, file: CaseFile): Promise<EligibilityReport> {
    const standing = await this.facts.standingOf(file);
    return eligibilityReport(actor, standing, await this.rulesOf(file));
  }

  private rulesOf({ row, type }: CaseFile): Promise<ReadonlyMap<string, MaterialRule>> {
    return this.materials.of({ type, itemCode: row.itemCode, ruleDate: row.ruleDate });
  }

  async planChoices(actor: Actor, file: CaseFile): Promise<PlanChoice[]> {
    const { row, type } = file;
    const { language } = actor.request;
    const now = this.clock.now();
    const plans = await this.plans.choices(row.itemCode, type.registrationType, language);
    // The desk gives places in its own plans only; whoever files may go anywhere.
    const isOwner = actor.id === row.accountId;
    const offered = plans.filter(
      ({ institution }) => isOwner || institution.code === row.institutionCode,
    );
    return offered.map((plan) => {
      const misfit = planMisfit(plan, file, now);
      return {
        plan,
        selectable: misfit === null,
        whyNot: misfit && say(actor, `planReason.${misfit}`),
      };
    });
  }

  timeline(actor: Actor, file: CaseFile): Promise<TimelineEntry[]> {
    return this.queries.timeline(actor, file);
  }

  /** Unpublished marks are for the desk only. */
  async results(actor: Actor, file: CaseFile): Promise<SubjectResult[]> {
    const isOwner = actor.id === file.row.accountId;
    const item = await this.items.byCode(file.row.itemCode, file.row.ruleDate ?? undefined);
    const marks = file.marks.filter(({ publishedAt }) => !isOwner || publishedAt !== null);
    if (isOwner && marks.length === 0) return [];
    return examinedSubjects(file, item?.subjects ?? []).map(({ code, name, nameEn, passMark }) => {
      const mark = marks.find(({ subjectCode }) => subjectCode === code);
      const score = mark?.score == null ? null : String(Number(mark.score));
      const isPassed =
        mark?.outcome === 'PRESENT' && (scoreInHundredths(score ?? '') ?? -1) >= passMark * 100;
      return {
        subjectCode: code,
        subjectName: actor.request.language === 'en' ? nameEn : name,
        outcome: mark?.outcome ?? 'PENDING',
        score,
        passMark,
        passed: isPassed,
      };
    });
  }

  /** For the owner only: the form prints ID number and phone in full (security.md D3). */
  formUrl(actor: Actor, file: CaseFile): string | null {
    return actor.id === file.row.accountId ? this.formAddress(file, null) : null;
  }

  /** The form's address for a reader whose opening is audited; null while nothing is to be printed. */
  formAddress({ row, type, submitted }: CaseFile, readerId: string | null): string | null {
    const isPrintable = submitted !== null || (readerId === null && isSignedBeforeSubmission(type));
    if (!isPrintable || row.number === null) return null;
    return this.urls.sign(`${FORM_PATH}${row.id}`, readerId);
  }

  async certificate(actor: Actor, { row }: CaseFile): Promise<Certificate | null> {
    if (!ISSUED.has(row.status)) return null;
    const source = sourceOf(row.id);
    return (
      (await this.certificates.bySources([source], actor.request.language)).get(source) ?? null
    );
  }
}
