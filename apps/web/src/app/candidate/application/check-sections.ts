import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { CHANGE_FIELDS, isBlank } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';
import type { SummaryRow } from '@kaopu/web-ui';

import { DomainText } from '../../core/i18n/domain-text.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { AnswerWords } from '../../core/answers/answer-words.js';
import { PlanDays } from '../words/plan-days.js';
import { askedAnswerFields, declarationOf, isNotNeeded, recordOf } from './application-data.js';

/** A group of answers to read again, with the way to change each. */
export interface CheckSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/** An application's answers, papers and plan in the order of its declaration. */
@Service()
export class CheckSections {
  private readonly words = inject(DomainText);
  private readonly answerWords = inject(AnswerWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly planDays = inject(PlanDays);

  of(application: ApplicationDetailFragment): readonly CheckSection[] {
    this.language.current();
    return [
      ...this.declared(application),
      this.materials(application),
      ...this.aboutPlan(application),
    ];
  }

  private declared(application: ApplicationDetailFragment): readonly CheckSection[] {
    const declaration = declarationOf(application.type);
    if (!declaration) {
      return [];
    }
    const asked = askedAnswerFields(declaration, application.slots);
    const values = {
      ANSWER: recordOf(application.answers),
      PERSON: recordOf(application.person),
    };
    return declaration.sections
      .map(({ id, fields }) => ({
        id,
        title: this.words.of(`section.${id}`),
        rows: fields.flatMap((fieldId): SummaryRow[] => {
          const field =
            asked.find((candidate) => candidate.id === fieldId) ??
            declaration.fields.find(
              (candidate) => candidate.id === fieldId && candidate.source === 'PERSON',
            );
          const value = field && values[field.source][fieldId];
          if (!field || (field.writer === 'SYSTEM' && isBlank(value))) {
            return [];
          }
          const row = {
            id: fieldId,
            label: this.answerWords.label(fieldId),
            value:
              this.changes(application, fieldId) ??
              this.answerWords.of(field, value, application.item.subjects),
          };
          return [
            application.writableFields.includes(fieldId)
              ? { ...row, ...linkTo(application.id, id) }
              : row,
          ];
        }),
      }))
      .filter(({ rows }) => rows.length > 0);
  }

  /** What a change puts in the place of what; undefined for other answers. */
  private changes(
    { certificateRequest }: ApplicationDetailFragment,
    fieldId: string,
  ): readonly string[] | undefined {
    if (!certificateRequest || !CHANGE_FIELDS.some((id) => id === fieldId)) {
      return undefined;
    }
    return certificateRequest.changes
      .filter((row) => row.fieldId === fieldId)
      .map(({ itemCode, label, before, after }) => {
        const words = this.transloco.translate('candidate.request.beforeAfter', { before, after });
        return itemCode === null ? words : `${label}: ${words}`;
      });
  }

  private materials({ id, type, slots }: ApplicationDetailFragment): CheckSection {
    const declaration = declarationOf(type);
    const rows = slots
      .filter(({ requirement }) => !requirement.afterSubmission)
      .filter(({ requirement }) => !isNotNeeded(declaration, requirement))
      .map(({ requirement, attachment, writable }): SummaryRow => {
        const row = {
          id: requirement.slot,
          label: requirement.name,
          value: attachment ? [attachment.fileName] : [],
        };
        return writable ? { ...row, ...linkTo(id, 'materials') } : row;
      });
    return { id: 'materials', title: this.transloco.translate('candidate.tasks.materials'), rows };
  }

  /** Where the desk assigns the plan, this is said instead of asked. */
  private aboutPlan(application: ApplicationDetailFragment): readonly CheckSection[] {
    switch (application.planChosenBy) {
      case 'BY_CANDIDATE':
        return [this.plan(application)];
      case 'BY_STAFF':
        return [this.assignedPlan(application)];
      case 'NONE':
        return [];
    }
  }

  private assignedPlan({ plan }: ApplicationDetailFragment): CheckSection {
    const title = this.transloco.translate('candidate.tasks.plan');
    const value = plan
      ? [plan.name, this.planDays.of(plan)]
      : [this.transloco.translate('candidate.plan.byStaff')];
    return { id: 'plan', title, rows: [{ id: 'plan', label: title, value }] };
  }

  private plan({ id, plan, status }: ApplicationDetailFragment): CheckSection {
    const title = this.transloco.translate('candidate.tasks.plan');
    const row = {
      id: 'plan',
      label: title,
      value: plan ? [plan.name, this.planDays.of(plan)] : [],
    };
    const changeable = status === 'DRAFT' || plan === null;
    return { id: 'plan', title, rows: [changeable ? { ...row, ...linkTo(id, 'plan') } : row] };
  }
}

/** Leads to the task and straight back to the check. */
function linkTo(id: string, task: string): Pick<SummaryRow, 'link' | 'linkQuery'> {
  return { link: ['/applications', id, task], linkQuery: { from: 'check' } };
}
