import { Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  ApiClientsDocument,
  CreateApiClientDocument,
  RevokeApiClientDocument,
} from '@kaopu/graphql';
import {
  Banner,
  Confirm,
  DataState,
  ErrorSummary,
  FormAttempt,
  provideFormAttempt,
  ShanghaiTime,
  StatusChip,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice, NoticeBox } from '../../core/commands/notice.js';
import { TextField } from '../../core/fields/text-field.js';
import { reading } from '../../core/graphql/reading.js';
import { PageTitle } from '../../core/shell/page-title.js';

const SCOPES = ['certificates:verify'];

/** As long as the server takes it. */
const NAME_LENGTH = { min: 2, max: 80 } as const;

/** Other systems that may ask: create one, see its secret once, revoke it. */
@Component({
  selector: 'app-api-clients-page',
  imports: [
    Banner,
    DataState,
    ErrorSummary,
    FormRoot,
    MatButtonModule,
    NoticeBox,
    ShanghaiTime,
    StatusChip,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './api-clients-page.html',
  providers: [provideFormAttempt()],
})
export class ApiClientsPage {
  private readonly apollo = inject(Apollo);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly attempt = inject(FormAttempt);
  private readonly commands = new Commands();
  protected readonly pageTitle = inject(PageTitle);

  protected readonly page = reading(ApiClientsDocument, () => ({}));
  protected readonly clients = computed(() => this.page.data()?.apiClients);
  /** Shown once; gone with the page. */
  protected readonly secret = signal<{ clientId: string; secret: string } | undefined>(undefined);
  protected readonly notice = signal<Notice | undefined>(undefined);
  protected readonly busy = this.commands.busy.asReadonly();

  private readonly model = signal({ name: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.name, ({ value }) => {
        const { length } = value().trim();
        return length < NAME_LENGTH.min || length > NAME_LENGTH.max
          ? { kind: 'length', message: 'staff.apiClients.nameWrong' }
          : undefined;
      });
    },
    { submission: this.attempt.submission(() => this.createNamed()) },
  );

  private async createNamed(): Promise<undefined> {
    await this.create(this.model().name.trim());
    return undefined;
  }

  private async create(name: string): Promise<void> {
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
      this.model.set({ name: '' });
      this.attempt.reset();
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
