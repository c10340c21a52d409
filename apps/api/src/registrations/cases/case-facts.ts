import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  evaluateEligibility,
  openChangeObjection,
  shanghaiDate,
  slotRequirements,
  withAnswers,
  type Answers,
  type ApplicationType,
  type Ban,
  type CertificateFacts,
  type EligibilityFacts,
  type EligibilityReport,
  type EligibilityRuleCode,
  type HolidayCalendar,
  type OpenRequest,
  type RuleParameters,
  type SlotRequirement,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Items, type CatalogueItem } from '../../catalogue/items/items.js';
import { RuleParametersReader } from '../../catalogue/rules/rule-parameters-reader.js';
import { WorkingCalendar } from '../../catalogue/rules/working-calendar.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import { Clock } from '../../platform/clock/clock.js';
import { batched } from '../../platform/database/batched.js';
import { contentOf, type CaseFile } from './case-file.js';
import type { FiledPerson } from './filed-persons.js';
import { PublishedExams, type ResultsBefore } from '../results/published-exams.js';
import { OpenRequests } from '../requests/open-requests.js';

/** One person measured against one item on one day. */
export interface Standing {
  readonly facts: EligibilityFacts;
  readonly parameters: RuleParameters;
  readonly report: EligibilityReport;
  readonly requirements: readonly SlotRequirement[];
  readonly item: CatalogueItem;
}

/** What an application is (or would be) about. */
export interface Subject extends ResultsBefore {
  readonly type: ApplicationType;
  /** The certificate it is about; null for the item itself. */
  readonly certificate: IssuedCertificate | null;
  readonly person: FiledPerson;
  readonly answers: Answers;
  readonly ruleDate: string;
  readonly planId: string | null;
}

const ABOUT_REQUESTS: ReadonlySet<EligibilityRuleCode> = new Set([
  'NO_OPEN_REQUEST',
  'NO_OPEN_CHANGE',
]);

const NO_HOLIDAYS: HolidayCalendar = { holidays: [], workdays: [] };

interface LiveRow {
  readonly id: string;
  readonly accountId: string;
  readonly itemCode: string;
  readonly number: string | null;
  readonly status: string;
}

interface CheatedRow {
  readonly accountId: string;
  readonly publishedAt: Date;
}

/** Gathers what the rules of eligibility read. */
@Injectable()
export class CaseFacts {
  private readonly live = batched((accountIds: readonly string[]) => this.liveOf(accountIds));
  private readonly cheated = batched((accountIds: readonly string[]) => this.cheatedOf(accountIds));

  constructor(
    private readonly dataSource: DataSource,
    private readonly items: Items,
    private readonly parameters: RuleParametersReader,
    private readonly plans: ExamPlans,
    private readonly calendar: WorkingCalendar,
    private readonly exams: PublishedExams,
    private readonly open: OpenRequests,
    private readonly clock: Clock,
  ) {}

  /** By the rules of the case's own day: today while it is a draft, else the day it was submitted. */
  standingOf(file: CaseFile): Promise<Standing> {
    const { id, itemCode, accountId, ruleDate, planId, submittedAt } = file.row;
    return this.standing({
      ...contentOf(file),
      type: file.type,
      itemCode,
      certificate: file.certificate,
      accountId,
      applicationId: id,
      submittedAt,
      ruleDate: ruleDate ?? this.clock.today(),
      planId,
    });
  }

  /** A change of the certificate this case renews is under way (domain.md §11); only renewals ask. */
  async isChangeOpen({ row, type }: CaseFile): Promise<boolean> {
    if (!type.eligibility.includes('NO_OPEN_CHANGE')) return false;
    return openChangeObjection(await this.open.ofHeldItem(row.accountId, row.itemCode)) !== null;
  }

  /** @throws Error when the catalogue has no such item on the rule date. */
  async standing(subject: Subject): Promise<Standing> {
    const { itemCode, ruleDate, type } = subject;
    const item = await this.items.byCode(itemCode, ruleDate);
    if (!item) throw new Error(`Item ${itemCode} is not in the catalogue on ${ruleDate}.`);
    const parameters = await this.parameters.at(ruleDate, type.track ?? item.track);
    const facts = await this.factsOf(subject, item);
    return {
      item,
      facts,
      parameters,
      report: evaluateEligibility(type, facts, parameters),
      requirements: slotRequirements(type, { facts, parameters }),
    };
  }

  private async factsOf(subject: Subject, item: CatalogueItem): Promise<EligibilityFacts> {
    const { person, ruleDate } = subject;
    const facts: EligibilityFacts = {
      ruleDate,
      item: {
        code: item.code,
        method: item.method,
        level: item.level,
        lowerItemCode: item.lowerItemCode,
        subjects: item.subjects,
      },
      birthDate: person.birthDate,
      education: person.education,
      majorType: person.majorType,
      major: person.major,
      workYears: person.workYears,
      heldItems: person.heldItems,
      nearVisionLeft: null,
      nearVisionRight: null,
      colourVision: null,
      visionExamDate: null,
      bans: await this.bans(subject),
      openApplications: await this.openApplications(subject),
      employerProvince: person.divisionCode.slice(0, 2),
      planProvince: await this.plans.provinceOf(subject.planId),
      ...(await this.history(subject)),
      certificate: subject.certificate && factsOfCertificate(subject.certificate),
      openRequests: await this.openRequests(subject),
    };
    return withAnswers(facts, subject.answers);
  }

  /** From the day cheating was published, for as long as the rules of that day say (domain.md §6, §9). */
  private async bans({ accountId }: Subject): Promise<Ban[]> {
    const cheated = await this.cheated(accountId);
    return Promise.all(
      cheated.map(async ({ publishedAt }) => {
        const from = shanghaiDate(publishedAt);
        const months = await this.parameters.number('cheatingBanMonths', from);
        return { from, until: addDays(addMonths(from, months), -1) };
      }),
    );
  }

  private async cheatedOf(accountIds: readonly string[]): Promise<CheatedRow[][]> {
    const rows = await this.dataSource.query<CheatedRow[]>(
      `SELECT a.account_id AS accountId, MAX(m.published_at) AS publishedAt FROM application a
       JOIN subject_mark m ON m.application_id = a.id AND m.outcome = 'VOID' AND m.published_at IS NOT NULL
       WHERE a.account_id IN (?) AND a.status = 'VOID' GROUP BY a.account_id, a.id`,
      [accountIds],
    );
    const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
    return accountIds.map((id) => byAccount.get(id) ?? []);
  }

  /** What only the rules of renewals and resits read, and only for types that have them. */
  private async history(
    subject: Subject,
  ): Promise<
    Pick<
      EligibilityFacts,
      'exams' | 'previousExamDate' | 'exemption' | 'exemptRenewals' | 'calendar'
    >
  > {
    const { type } = subject;
    const asks = (...rules: EligibilityRuleCode[]): boolean =>
      rules.some((rule) => type.eligibility.includes(rule));
    return {
      exams: await this.exams.followedBy(type, subject),
      previousExamDate: null,
      exemption: { continuousWork: null, noPenalty: null, continuingEducation: null },
      exemptRenewals: asks('EXEMPTION_NOT_REPEATED')
        ? await this.exams.exemptRenewals(subject)
        : null,
      calendar: asks('RENEWAL_WINDOW', 'RENEWAL_EXAM_WINDOW')
        ? await this.calendar.read()
        : NO_HOLIDAYS,
    };
  }

  /** The person's other live applications for the same item. */
  private async openApplications({
    accountId,
    itemCode,
    applicationId,
  }: Subject): Promise<string[]> {
    const live = await this.live(accountId);
    return live
      .filter((one) => one.itemCode === itemCode && one.id !== applicationId)
      .map(({ number, status }) => number ?? status);
  }

  private async liveOf(accountIds: readonly string[]): Promise<LiveRow[][]> {
    const rows = await this.dataSource.query<LiveRow[]>(
      `SELECT id, account_id AS accountId, item_code AS itemCode, number, status FROM application
       WHERE account_id IN (?) AND live_key IS NOT NULL`,
      [[...new Set(accountIds)]],
    );
    const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
    return accountIds.map((id) => byAccount.get(id) ?? []);
  }

  /** Looked up only for types that have a rule about them. */
  private async openRequests({
    type,
    certificate,
    accountId,
    itemCode,
    applicationId,
  }: Subject): Promise<OpenRequest[]> {
    if (!type.eligibility.some((rule) => ABOUT_REQUESTS.has(rule))) return [];
    return certificate
      ? this.open.ofCertificate(certificate.id, applicationId)
      : this.open.ofHeldItem(accountId, itemCode);
  }
}

function factsOfCertificate({ status, items }: IssuedCertificate): CertificateFacts {
  const [validTo = ''] = items
    .map((item) => item.validTo)
    .toSorted()
    .toReversed();
  return { status, validTo };
}
