import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LogOutOthersDocument, MySessionsDocument } from '@kaopu/graphql';
import { Banner, DataState, FailureNotice, ShanghaiTime } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { reading } from '../../core/graphql/reading.js';

/** 登录设备: where the account is signed in, and out with the others (experience.md §2.2). */
@Component({
  selector: 'app-sessions-page',
  imports: [
    Banner,
    DataState,
    FailureNotice,
    MatButtonModule,
    RouterLink,
    ShanghaiTime,
    TranslocoPipe,
  ],
  templateUrl: './sessions-page.html',
  styleUrl: './sessions-page.scss',
  host: { class: 'kp-page' },
})
export class SessionsPage {
  private readonly apollo = inject(Apollo);
  private readonly transloco = inject(TranslocoService);
  protected readonly command = new Command();

  protected readonly page = reading(MySessionsDocument, () => ({}));
  protected readonly sessions = computed(() => this.page.data()?.mySessions);
  protected readonly hasOthers = computed(
    () => this.sessions()?.some(({ isCurrent }) => !isCurrent) ?? false,
  );
  protected readonly ended = signal<string | undefined>(undefined);

  protected async endOthers(): Promise<void> {
    this.ended.set(undefined);
    const answer = await this.command.run(() => mutate(this.apollo, LogOutOthersDocument, {}));
    const result = answer?.logOutOthers;
    if (result?.__typename === 'OtherSessionsEnded') {
      const count = result.ended;
      this.ended.set(this.transloco.translate('candidate.sessions.ended', { count }));
      await this.page.retry();
    }
  }
}
