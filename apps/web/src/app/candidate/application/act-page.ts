import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ActOnApplicationDocument, ApplicationPageDocument } from '@kaopu/graphql';
import { Banner, ConfirmPage, DataState, FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

/** Asks before an application is withdrawn or deleted, naming what will happen (experience.md §1). */
@Component({
  selector: 'app-act-page',
  imports: [Banner, ConfirmPage, DataState, FailureNotice, TranslocoPipe],
  providers: [ItemNamePipe],
  template: `
    @if (refusal(); as words) {
      <kp-banner tone="error">{{ words }}</kp-banner>
    }
    @if (command.failure(); as failure) {
      <kp-failure-notice [failure]="failure" (retry)="act()" />
    }
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="application() !== undefined"
      (retry)="page.retry()"
    >
      <kp-confirm-page
        [heading]="'candidate.actions.' + action() + '.title' | transloco"
        [text]="'candidate.actions.' + action() + '.text' | transloco"
        [items]="items()"
        [confirm]="'candidate.actions.' + action() + '.confirm' | transloco"
        [destructive]="true"
        [busy]="command.busy()"
        (confirmed)="act()"
        (cancelled)="back()"
      />
    </kp-data-state>
  `,
})
export class ActPage {
  readonly id = input.required<string>();
  /** From the route. */
  readonly action = input.required<'WITHDRAW' | 'DELETE'>();

  protected readonly command = new Command();
  protected readonly refusal = signal<string | undefined>(undefined);

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly itemName = inject(ItemNamePipe);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly items = computed(() => {
    this.language.current();
    const application = this.application();
    if (!application) {
      return [];
    }
    const { number, item, plan } = application;
    return [
      this.itemName.transform(item),
      ...(number ? [this.transloco.translate('candidate.card.number', { number })] : []),
      ...(plan ? [plan.name] : []),
    ];
  });

  protected async act(): Promise<void> {
    const application = this.application();
    this.refusal.set(undefined);
    if (!application) {
      return;
    }
    const data = await this.command.run((idempotencyKey) =>
      mutate(this.apollo, ActOnApplicationDocument, {
        input: {
          applicationId: application.id,
          action: this.action(),
          version: application.version,
          idempotencyKey,
        },
      }),
    );
    const result = data?.actOnApplication;
    if (!result) {
      return;
    }
    if ('code' in result) {
      this.refusal.set(refusalWords(result));
      await this.page.retry();
      return;
    }
    await this.router.navigate(
      this.action() === 'DELETE' ? ['/applications'] : ['/applications', this.id()],
      { queryParams: this.action() === 'DELETE' ? { done: 'deleted' } : {} },
    );
  }

  protected async back(): Promise<void> {
    await this.router.navigate(['/applications', this.id()]);
  }
}
