import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';
import { Timeline, type TimelineEntry } from '@kaopu/web-ui';

import { DomainText } from '../../core/i18n/domain-text.js';

/** What happened to the application and when. */
@Component({
  selector: 'app-application-history',
  imports: [Timeline, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'candidate.application.timeline' | transloco }}</h2>
      <kp-timeline [entries]="entries()" />
    </section>
  `,
})
export class ApplicationHistory {
  readonly timeline = input.required<ApplicationDetailFragment['timeline']>();

  private readonly words = inject(DomainText);

  protected readonly entries = computed(() =>
    this.timeline().map(({ id, at, action, from, to, actorName, reason }): TimelineEntry => {
      const done = this.words.of(from === null ? 'history.begun' : `action.${action}`);
      const title = `${done} · ${this.words.of(`state.${to}`)}`;
      const entry = { id, at, title, by: actorName };
      return reason ? { ...entry, detail: reason } : entry;
    }),
  );
}
