import { Injectable } from '@nestjs/common';
import {
  APPLICATION_TYPES,
  itemOutcome,
  resitOutcome,
  resitStanding,
  type ApplicationType,
  type ItemOutcome,
  type ResitWindow,
  type SubjectSitting,
  type WorkflowFlags,
} from '@kaopu/domain';
import { Items, type CatalogueItem } from '../../catalogue/items/items.js';
import { RuleParametersReader } from '../../catalogue/rules/rule-parameters-reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { CaseFile } from '../cases/case-file.js';
import { itemOfCase } from '../cases/case-item.js';
import { examinedSubjects, resatCodes } from '../applying/examined-subjects.js';
import { PublishedExams } from './published-exams.js';
import { sittingDay } from './sitting-day.js';

/** What the marks of a case amount to, alone or together with earlier exams. */
@Injectable()
export class ResultFlags {
  constructor(
    private readonly items: Items,
    private readonly parameters: RuleParametersReader,
    private readonly exams: PublishedExams,
    private readonly clock: Clock,
  ) {}

  async of(file: CaseFile): Promise<WorkflowFlags> {
    switch (file.row.status) {
      case 'FAILED':
      case 'ABSENT':
        return { resitUntil: await this.resitUntil(file) };
      case 'EXAMINED':
        return this.outcome(file);
      default:
        return {};
    }
  }

  /** Counted from the first exam of the series this one belongs to; null where nothing can be resat. */
  private async resitUntil({ row, type }: CaseFile): Promise<string | null> {
    const resit = APPLICATION_TYPES.find(
      ({ track, resits }) =>
        track === type.track && resits.some((resat) => resat === type.registrationType),
    );
    if (!resit) return null;
    const exams = await this.exams.followedBy(resit, { ...row, applicationId: row.id }, true);
    return resitStanding(exams, [], await this.windowOf({ row, type }))?.until ?? null;
  }

  private async outcome(file: CaseFile): Promise<WorkflowFlags> {
    const { row, marks } = file;
    const item = await this.items.byCode(row.itemCode, this.ruleDate(row.ruleDate));
    const subjects = item?.subjects ?? [];
    const isMarked = (code: string): boolean => marks.some((mark) => mark.subjectCode === code);
    const missingResults = examinedSubjects(file, subjects).filter(
      ({ code }) => !isMarked(code),
    ).length;
    if (missingResults > 0) return { missingResults };
    const sittings = marks.map((mark) => ({
      ...mark,
      satOn: sittingDay(file.plan, mark.enteredAt),
    }));
    return { missingResults, outcome: await this.judge(file, subjects, sittings) };
  }

  private async judge(
    { row, type, submitted }: CaseFile,
    subjects: CatalogueItem['subjects'],
    sittings: readonly SubjectSitting[],
  ): Promise<ItemOutcome> {
    if (!isResit(type)) return itemOutcome(subjects, sittings);
    const window = await this.windowOf({ row, type });
    const earlier = await this.exams.followedBy(type, { ...row, applicationId: row.id });
    const resat = resatCodes(submitted?.answers['resitSubjects']);
    return resitOutcome({ subjects, resat, earlier, window }, sittings);
  }

  private async windowOf({ row, type }: Pick<CaseFile, 'row' | 'type'>): Promise<ResitWindow> {
    const asOf = this.ruleDate(row.ruleDate);
    const track = type.track ?? (await itemOfCase(this.items, row)).track;
    const { resitMonths } = await this.parameters.at(asOf, track);
    return { asOf, resitMonths };
  }

  private ruleDate(filed: string | null): string {
    return filed ?? this.clock.today();
  }
}

const isResit = ({ resits }: ApplicationType): boolean => resits.length > 0;
