import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ActOnApplicationDocument, ApplicationPageDocument } from '@kaopu/graphql';
import { Banner, ConfirmPage, DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type Failure, failureOf } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

interface Chosen {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Why it cannot be deleted; undefined when it can. */
  readonly whyNot: string | undefined;
  /** One key per application, kept when the deletion is repeated. */
  readonly key: string;
}

/** Deletes several applications after showing which can go and, first, which cannot and why (manual ch. 10 A). */
@Component({
  selector: 'app-delete-page',
  imports: [Banner, ConfirmPage, DataState, TranslocoPipe],
  providers: [ItemNamePipe],
  template: `
    <kp-data-state
      [loading]="loading()"
      [failure]="failure()"
      [ready]="chosen() !== undefined"
      (retry)="load()"
    >
      @for (refused of blocked(); track refused.id) {
        <kp-banner tone="warning" [heading]="refused.name">{{ refused.whyNot }}</kp-banner>
      }
      @if (deletable().length > 0) {
        <kp-confirm-page
          [heading]="'candidate.actions.DELETE.title' | transloco"
          [text]="'candidate.actions.DELETE.text' | transloco"
          [items]="names()"
          [confirm]="'candidate.actions.DELETE.confirm' | transloco"
          [destructive]="true"
          [busy]="busy()"
          (confirmed)="deleteAll()"
          (cancelled)="back()"
        />
      } @else {
        <h1>{{ 'candidate.applications.nothingToDelete' | transloco }}</h1>
      }
    </kp-data-state>
  `,
})
export class DeletePage {
  /** From the address, separated by commas. */
  readonly ids = input('');

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly itemName = inject(ItemNamePipe);
  private readonly transloco = inject(TranslocoService);

  protected readonly loading = signal(true);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly chosen = signal<readonly Chosen[] | undefined>(undefined);

  protected readonly deletable = computed(
    () => this.chosen()?.filter(({ whyNot }) => whyNot === undefined) ?? [],
  );
  protected readonly blocked = computed(
    () => this.chosen()?.filter(({ whyNot }) => whyNot !== undefined) ?? [],
  );
  protected readonly names = computed(() => this.deletable().map(({ name }) => name));

  constructor() {
    // Inputs from the address are bound before the first task after construction.
    queueMicrotask(() => void this.load());
  }

  protected async load(): Promise<void> {
    this.loading.set(true);
    this.failure.set(undefined);
    try {
      const ids = this.ids()
        .split(',')
        .filter((id) => id !== '');
      this.chosen.set(await Promise.all(ids.map((id) => this.look(id))));
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.loading.set(false);
    }
  }

  protected async deleteAll(): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const left = this.blocked();
      const answers = await Promise.all(this.deletable().map((entry) => this.delete(entry)));
      const refused = answers.filter((entry) => entry !== undefined);
      if (refused.length === 0) {
        await this.router.navigate(['/applications'], { queryParams: { done: 'deleted' } });
      } else {
        this.chosen.set([...left, ...refused]);
      }
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async back(): Promise<void> {
    await this.router.navigate(['/applications']);
  }

  private async look(id: string): Promise<Chosen> {
    const { data } = await firstValueFrom(
      this.apollo.query({
        query: ApplicationPageDocument,
        variables: { id },
        fetchPolicy: 'network-only',
      }),
    );
    if (!data) {
      throw new Error('The answer holds no data');
    }
    const { version, number, item, allowedActions, whyNot } = data.application;
    const reason =
      whyNot.find(({ action }) => action === 'DELETE')?.message ??
      this.transloco.translate('candidate.applications.notDeletable');
    return {
      id,
      version,
      name: [this.itemName.transform(item), number].filter(Boolean).join(' · '),
      whyNot: allowedActions.includes('DELETE') ? undefined : reason,
      key: newIdempotencyKey(),
    };
  }

  /** Undefined when it is gone, otherwise the entry with the reason why it stays. */
  private async delete(entry: Chosen): Promise<Chosen | undefined> {
    const { actOnApplication: result } = await mutate(this.apollo, ActOnApplicationDocument, {
      input: {
        applicationId: entry.id,
        action: 'DELETE',
        version: entry.version,
        idempotencyKey: entry.key,
      },
    });
    return 'code' in result ? { ...entry, whyNot: refusalWords(result) } : undefined;
  }
}
