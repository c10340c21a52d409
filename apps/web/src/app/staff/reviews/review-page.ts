import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplicationAction, ReviewPageDocument } from '@kaopu/graphql';
import {
  Banner,
  DataState,
  DocumentViewer,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  provideFormAttempt,
  StatusChip,
  Timeline,
} from '@kaopu/web-ui';

import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { reading } from '../../core/graphql/reading.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { ActionForm } from '../cases/action-form.js';
import { CaseActions } from '../cases/case-actions.js';
import { AssignPlan } from './assign-plan.js';
import { deskDecisions, mayJudge, whyNotYet } from './desk-decisions.js';
import { PersonalData } from './personal-data.js';
import { ReturnReasons } from './return-reasons.js';
import { ReviewedCertificates } from './reviewed-certificates.js';
import { ReviewedFields } from './reviewed-fields.js';
import { ReviewedRequest } from './reviewed-request.js';
import { ReviewedSlots } from './reviewed-slots.js';
import { ReviewedStanding } from './reviewed-standing.js';
import { verdictId } from './verdict-buttons.js';
import { type Target, VerdictDraft } from './verdict-draft.js';

/** One case on the desk: documents beside data, a verdict for each, and the decision. */
@Component({
  selector: 'app-review-page',
  imports: [
    ActionForm,
    AssignPlan,
    Banner,
    DataState,
    DocumentViewer,
    DomainTextPipe,
    ErrorSummary,
    FailureNotice,
    ItemNamePipe,
    MatButtonModule,
    NoticeBox,
    PersonalData,
    ReviewedCertificates,
    ReviewedFields,
    ReviewedRequest,
    ReviewedSlots,
    ReviewedStanding,
    RouterLink,
    StatusChip,
    Timeline,
    TranslocoPipe,
  ],
  providers: [ReturnReasons, VerdictDraft, provideFormAttempt()],
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
})
export class ReviewPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly draft = inject(VerdictDraft);
  protected readonly reasons = inject(ReturnReasons);
  protected readonly actions = inject(CaseActions);
  private readonly attempt = inject(FormAttempt);
  private readonly words = inject(DomainText);

  protected readonly page = reading(ReviewPageDocument, () => ({ id: this.id() }));
  protected readonly case = computed(() => this.page.data()?.application);
  protected readonly judging = computed(() => mayJudge(this.case()));
  protected readonly decisions = computed(() =>
    deskDecisions(this.case(), this.draft.hasFix(this.case())),
  );
  protected readonly blocked = computed(() => whyNotYet(this.case()));
  protected readonly viewed = linkedSignal(() => {
    const slot = this.case()?.slots.find(({ attachment }) => attachment !== null);
    return slot?.requirement.slot;
  });
  protected readonly document = computed(() => {
    const slot = this.case()?.slots.find(({ requirement }) => requirement.slot === this.viewed());
    const file = slot?.attachment;
    return file ? { source: file.url, mediaType: file.mimeType, name: file.fileName } : undefined;
  });
  protected readonly timeline = computed(() =>
    (this.case()?.timeline ?? []).map(({ id, at, action, from, actorName, reason }) => ({
      id,
      at,
      title: this.words.of(from === null ? 'history.begun' : `action.${action}`),
      by: actorName,
      ...(reason && { detail: reason }),
    })),
  );
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly summary = computed(() =>
    this.draft.problems().map((problem) => ({
      message: `${this.nameOf(problem)}：${problem.message}`,
      fieldId: verdictId(problem),
    })),
  );

  constructor() {
    effect(() => {
      if (this.judging()) void this.reasons.load();
    });
    effect(() => {
      const one = this.case();
      if (one) untracked(() => this.draft.keepFitting(one));
    });
  }

  /** @returns whether nothing is left to save. */
  protected async save(): Promise<boolean> {
    this.notice.set(undefined);
    const current = this.case();
    if (!current || !this.draft.changed()) return true;
    if (!this.draft.isWhole()) {
      this.attempt.failed();
      return false;
    }
    const outcome = await this.draft.save(current);
    if (outcome.kind !== 'done') this.notice.set(notDoneNotice(outcome, () => this.save()));
    if (this.draft.problems().length > 0) this.attempt.failed();
    await this.page.retry();
    return outcome.kind === 'done';
  }

  protected async act(action: ApplicationAction, reason: string | null): Promise<void> {
    if (!(await this.save())) return;
    const current = this.case();
    if (!current) return;
    const outcome = await this.actions.act(current, action, reason);
    if (outcome.kind === 'done') {
      this.draft.clear();
      const params = { action: this.words.of(`action.${action}`), number: current.number ?? '' };
      this.notice.set(doneNotice('staff.done', params));
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.act(action, reason)));
    }
    await this.page.retry();
  }

  protected async tell(notice: Notice): Promise<void> {
    this.notice.set(notice);
    await this.page.retry();
  }

  private nameOf({ targetKind, target }: Target): string {
    if (targetKind === 'FIELD') return this.words.of(`field.${target}.label`);
    const slot = this.case()?.slots.find(({ requirement }) => requirement.slot === target);
    return slot?.requirement.name ?? target;
  }
}
