import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ApiClientsDocument,
  CreateApiClientDocument,
  RevokeApiClientDocument,
} from '@kaopu/graphql';
import { Banner, Confirm, DataState, ShanghaiTime, StatusChip } from '@kaopu/web-ui';
import { TranslocoService } from '@jsverse/transloco';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';
import { refusalText } from '../cases/case-actions.js';

const SCOPES = ['certificates:verify'];

/** Other systems that may ask: create one, see its secret once, revoke it. */
@Component({
  selector: 'app-api-clients-page',
  imports: [Banner, DataState, MatButtonModule, ShanghaiTime, StatusChip, TranslocoPipe],
  templateUrl: './api-clients-page.html',
})
export class ApiClientsPage {
  private readonly apollo = inject(Apollo);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly watched = this.apollo.watchQuery({
    query: ApiClientsDocument,
    fetchPolicy: 'cache-and-network',
  });
  private readonly result = toSignal(this.watched.valueChanges);

  protected readonly loading = computed(() => this.result()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly clients = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data.apiClients : undefined;
  });
  /** Shown once; gone with the page. */
  protected readonly secret = signal<{ clientId: string; secret: string } | undefined>(undefined);
  protected readonly refused = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);

  protected async create(name: string): Promise<void> {
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: CreateApiClientDocument,
          variables: { input: { idempotencyKey: newIdempotencyKey(), name, scopes: SCOPES } },
        }),
      );
      const result = data?.createApiClient;
      if (result?.__typename === 'CreatedApiClient') {
        this.secret.set({ clientId: result.client.clientId, secret: result.secret });
      } else if (result) this.refused.set(refusalText(result));
      await this.retry();
    } finally {
      this.busy.set(false);
    }
  }

  protected async revoke(id: string, name: string): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.texts.translate('staff.apiClients.revokeTitle', { name }),
      text: this.texts.translate('staff.apiClients.revokeText'),
      confirm: this.texts.translate('staff.apiClients.revoke'),
      destructive: true,
    });
    if (!isSure) return;
    await firstValueFrom(
      this.apollo.mutate({
        mutation: RevokeApiClientDocument,
        variables: { input: { id, idempotencyKey: newIdempotencyKey() } },
      }),
    );
    await this.retry();
  }

  protected async retry(): Promise<void> {
    await this.watched.refetch();
  }
}
