import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import {
  type ApplicationAction,
  RevealPersonalDataDocument,
  ReviewPageDocument,
} from '@kaopu/graphql';
import { Banner, DataState, DocumentViewer, StatusChip, Timeline } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom, switchMap } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { CaseActions, refusalText } from '../cases/case-actions.js';
import { ReviewedFields } from './reviewed-fields.js';
import { ReviewedSlots } from './reviewed-slots.js';
import { VerdictDraft } from './verdict-draft.js';

/** Actions of the desk this page offers as buttons, when the server allows them. */
const DESK_ACTIONS: readonly ApplicationAction[] = [
  'START_REVIEW',
  'ACCEPT',
  'RETURN',
  'SCHEDULE',
  'QUEUE_FORWARD',
];

/** One case on the desk: documents beside data, a verdict for each, and the decision. */
@Component({
  selector: 'app-review-page',
  imports: [
    Banner,
    DataState,
    DocumentViewer,
    DomainTextPipe,
    MatButtonModule,
    ReviewedFields,
    ReviewedSlots,
    RouterLink,
    StatusChip,
    Timeline,
    TranslocoPipe,
  ],
  providers: [VerdictDraft],
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
})
export class ReviewPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly itemCode = displayItemCode;
  protected readonly draft = inject(VerdictDraft);
  protected readonly actions = inject(CaseActions);
  private readonly apollo = inject(Apollo);
  private readonly words = inject(DomainText);

  private readonly watched = computed(() =>
    this.apollo.watchQuery({
      query: ReviewPageDocument,
      variables: { id: this.id() },
      fetchPolicy: 'cache-and-network',
      notifyOnNetworkStatusChange: true,
    }),
  );
  private readonly result = toSignal(
    toObservable(this.watched).pipe(switchMap((one) => one.valueChanges)),
  );

  protected readonly loading = computed(() => this.result()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly case = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data.application : undefined;
  });
  protected readonly offered = computed(() =>
    DESK_ACTIONS.filter((action) => this.case()?.allowedActions.includes(action)),
  );
  /** While judging, both decisions stand ready: verdicts not saved yet are saved first, and the server decides. */
  protected readonly decisions = computed<readonly ApplicationAction[]>(() =>
    this.draft.hasFix(this.case()) ? ['RETURN'] : ['ACCEPT'],
  );
  protected readonly blocked = computed(
    () =>
      this.case()?.whyNot.filter(({ action }) => action === 'ACCEPT' || action === 'RETURN') ?? [],
  );
  protected readonly judging = computed(() => this.case()?.status === 'UNDER_REVIEW');
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
    (this.case()?.timeline ?? []).map(({ id, at, action, actorName, reason }) => ({
      id,
      at,
      title: this.words.of(`action.${action}`),
      by: actorName,
      ...(reason && { detail: reason }),
    })),
  );
  protected readonly told = signal<{ tone: 'success' | 'error'; text: string } | undefined>(
    undefined,
  );
  protected readonly revealed = signal<{ idNumber: string; phone: string } | undefined>(undefined);

  protected async save(): Promise<boolean> {
    const current = this.case();
    if (!current || !this.draft.changed()) return true;
    const refusal = await this.draft.save(current);
    if (refusal !== null) this.told.set({ tone: 'error', text: refusal });
    await this.retry();
    return refusal === null;
  }

  protected async act(action: ApplicationAction): Promise<void> {
    if (!(await this.save())) return;
    const current = this.case();
    if (!current) return;
    const outcome = await this.actions.act(current, action);
    if (outcome.kind === 'done') {
      this.draft.clear();
      this.told.set({ tone: 'success', text: this.words.of(`action.${action}`) });
    } else {
      this.told.set({
        tone: 'error',
        text: outcome.kind === 'refused' ? outcome.message : outcome.failure.key,
      });
    }
    await this.retry();
  }

  protected async reveal(reason: string): Promise<void> {
    const { data } = await firstValueFrom(
      this.apollo.mutate({
        mutation: RevealPersonalDataDocument,
        variables: { input: { applicationId: this.id(), reason } },
      }),
    );
    const result = data?.revealPersonalData;
    if (result?.__typename === 'RevealedPersonalData') this.revealed.set(result);
    else if (result) this.told.set({ tone: 'error', text: refusalText(result) });
  }

  protected async retry(): Promise<void> {
    await this.watched().refetch();
  }
}
