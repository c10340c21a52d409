import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { MarkInboxReadDocument, MyInboxDocument } from '@kaopu/graphql';
import { DataState, FailureNotice, ShanghaiTime, StatusChip } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { reading } from '../../core/graphql/reading.js';

const PAGE_SIZE = 20;

/** Everything the person was told, newest first. */
@Component({
  selector: 'app-inbox-page',
  imports: [
    DataState,
    FailureNotice,
    MatButtonModule,
    RouterLink,
    ShanghaiTime,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.scss',
  host: { class: 'kp-page' },
})
export class InboxPage {
  private readonly apollo = inject(Apollo);

  protected readonly command = new Command();
  protected readonly page = reading(MyInboxDocument, () => ({ first: PAGE_SIZE }));
  protected readonly inbox = computed(() => this.page.data()?.myInbox);
  protected readonly messages = computed(() => this.inbox()?.edges.map(({ node }) => node) ?? []);

  protected async markRead(): Promise<void> {
    const data = await this.command.run(() => mutate(this.apollo, MarkInboxReadDocument, {}));
    if (data) {
      await this.page.retry();
    }
  }
}
