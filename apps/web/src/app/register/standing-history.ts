import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { StandingChangePartsFragment } from '@kaopu/graphql';
import { Timeline, type TimelineEntry } from '@kaopu/web-ui';

import { LanguageChoice } from '../core/i18n/language-choice.js';

/** What was decided about a certificate's standing, by whom and why, newest first. */
@Component({
  selector: 'app-standing-history',
  imports: [Timeline, TranslocoPipe],
  template: `
    @if (entries().length > 0) {
      <kp-timeline [entries]="entries()" />
    } @else {
      <p class="kp-muted">{{ 'authority.standing.noHistory' | transloco }}</p>
    }
  `,
})
export class StandingHistory {
  readonly changes = input.required<readonly StandingChangePartsFragment[]>();

  private readonly texts = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  protected readonly entries = computed<TimelineEntry[]>(() => {
    // The words follow the language of the page.
    this.language.current();
    return this.changes().map((change) => this.entryOf(change));
  });

  private entryOf(change: StandingChangePartsFragment): TimelineEntry {
    const { id, action, outcome, at, proposedAt, proposedBy, decidedBy } = change;
    const say = (key: string, params = {}): string =>
      this.texts.translate(`authority.standing.${key}`, params);
    return {
      id,
      at: at ?? proposedAt,
      title: say(`closed.${outcome ?? 'OPEN'}`, { action: say(`action.${action}`) }),
      by: say(decidedBy === null ? 'proposer' : 'officers', {
        proposer: proposedBy ?? '',
        decider: decidedBy ?? '',
      }),
      detail: [
        say('because', { reason: change.reason }),
        ...(change.decisionReason ? [say('decided', { reason: change.decisionReason })] : []),
      ].join(' '),
    };
  }
}
