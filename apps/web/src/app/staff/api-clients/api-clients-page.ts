import { Component, computed, inject, signal } from '@angular/core';
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

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { reading } from '../../core/graphql/reading.js';

const SCOPES = ['certificates:verify'];

/** Other systems that may ask: create one, see its secret once, revoke it. */
@Component({
  selector: 'app-api-clients-page',
  imports: [Banner, DataState, MatButtonModule, NoticeBox, ShanghaiTime, StatusChip, TranslocoPipe],
  templateUrl: './api-clients-page.html',
})
export class ApiClientsPage {
  private readonly apollo = inject(Apollo);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly commands = new Commands();

  protected readonly page = reading(ApiClientsDocument, () => ({}));
  protected readonly clients = computed(() => this.page.data()?.apiClients);
  /** Shown once; gone with the page. */
  protected readonly secret = signal<{ clientId: string; secret: string } | undefined>(undefined);
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly busy = this.commands.busy.asReadonly();

  protected async create(name: string): Promise<void> {
    this.notice.set(undefined);
    const outcome = await this.commands.run(
      `create|${name}`,
      'CreatedApiClient',
      async (idempotencyKey) => {
        const { data } = await firstValueFrom(
          this.apollo.mutate({
            mutation: CreateApiClientDocument,
            variables: { input: { idempotencyKey, name, scopes: SCOPES } },
          }),
        );
        return data?.createApiClient;
      },
    );
    if (outcome.kind === 'done') {
      const { client, secret } = outcome.result;
      this.secret.set({ clientId: client.clientId, secret });
    } else {
      this.notice.set(notDoneNotice(outcome, () => this.create(name)));
    }
    await this.page.retry();
  }

  protected async revoke(id: string, name: string): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.texts.translate('staff.apiClients.revokeTitle', { name }),
      text: this.texts.translate('staff.apiClients.revokeText'),
      confirm: this.texts.translate('staff.apiClients.revoke'),
      destructive: true,
    });
    if (isSure) await this.revokeNow(id, name);
  }

  private async revokeNow(id: string, name: string): Promise<void> {
    const outcome = await this.commands.run(`revoke|${id}`, 'ApiClient', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: RevokeApiClientDocument,
          variables: { input: { id, idempotencyKey } },
        }),
      );
      return data?.revokeApiClient;
    });
    this.notice.set(
      outcome.kind === 'done'
        ? doneNotice('staff.apiClients.revokedDone', { name })
        : notDoneNotice(outcome, () => this.revokeNow(id, name)),
    );
    await this.page.retry();
  }
}
