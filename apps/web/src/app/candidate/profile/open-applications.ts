import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type ApplicationCardFragment, MyApplicationsDocument } from '@kaopu/graphql';
import { Banner, FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Command } from '../../core/requests/command.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { saveAnswers } from '../application/sections/save-answers.js';
import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

/** As many as anybody has open at once. */
const SHOWN = 50;

/**
 * Says that open applications keep what they froze, and lets the ones nobody has looked at yet take
 * the profile as it is now (experience.md §2.3). Which ones may is what the workflow allows.
 */
@Component({
  selector: 'app-open-applications',
  imports: [Banner, FailureNotice, ItemNamePipe, MatButtonModule, RouterLink, TranslocoPipe],
  templateUrl: './open-applications.html',
})
export class OpenApplications {
  private readonly apollo = inject(Apollo);
  private readonly transloco = inject(TranslocoService);
  protected readonly command = new Command();
  protected readonly told = signal<string | undefined>(undefined);

  private readonly waiting = reading(MyApplicationsDocument, () => ({
    tab: 'ATTENTION' as const,
    first: SHOWN,
  }));
  private readonly active = reading(MyApplicationsDocument, () => ({
    tab: 'ACTIVE' as const,
    first: SHOWN,
  }));
  protected readonly open = computed(() =>
    [this.waiting, this.active]
      .flatMap((one) => one.data()?.myApplications.edges.map(({ node }) => node) ?? [])
      .filter(({ submittedAt }) => submittedAt !== null),
  );

  /** Editing an application that waits for its review files the person anew. */
  protected takesSync({ status, allowedActions }: ApplicationCardFragment): boolean {
    return status === 'SUBMITTED' && allowedActions.includes('EDIT');
  }

  protected async sync({ id, version, number }: ApplicationCardFragment): Promise<void> {
    this.told.set(undefined);
    const result = await this.command.run(
      (idempotencyKey) => saveAnswers(this.apollo, { applicationId: id, version, idempotencyKey }),
      `${id} ${version}`,
    );
    if (!result) {
      return;
    }
    const words =
      result.__typename === 'Application'
        ? this.transloco.translate('candidate.profile.open.done', { number })
        : refusalWords(result);
    this.told.set(words);
    await this.waiting.retry();
  }
}
