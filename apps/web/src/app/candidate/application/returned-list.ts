import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { AnswerWords } from '../words/answer-words.js';
import { LastDayPipe } from '../words/last-day.js';
import { declarationOf } from './application-data.js';

/** What the reviewer wants corrected: which part, why, until when, and where to do it (goals N3). */
@Component({
  selector: 'app-returned-list',
  imports: [LastDayPipe, RouterLink, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'candidate.returned.title' | transloco }}</h2>
      @if (application().returnDueAt; as due) {
        <p class="kp-remark">
          {{ 'candidate.card.due' | transloco: { date: due | lastDay } }}
        </p>
      }
      <ul>
        @for (fix of fixes(); track fix.id) {
          <li>
            @if (fix.link; as link) {
              <a [routerLink]="link" [fragment]="fix.fragment">{{ fix.name }}</a>
            } @else {
              <strong>{{ fix.name }}</strong>
            }
            @if (fix.done) {
              <span class="kp-muted">{{ 'candidate.returned.answered' | transloco }}</span>
            }
            @if (fix.reason) {
              <p class="kp-remark">{{ fix.reason }}</p>
            }
            @if (fix.note) {
              <p>{{ fix.note }}</p>
            }
            @if (!fix.link) {
              <p class="kp-muted">{{ 'candidate.returned.person' | transloco }}</p>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      margin-block-end: 12px;
      padding: 12px 16px;
      border-inline-start: 5px solid var(--mat-sys-error);
      background: var(--mat-sys-surface-container-low);
    }

    a {
      display: inline-block;
      padding-block: 10px;
      font-weight: 600;
    }

    p {
      margin: 0 0 4px;
    }
  `,
})
export class ReturnedList {
  readonly application = input.required<ApplicationDetailFragment>();

  private readonly words = inject(AnswerWords);

  protected readonly fixes = computed(() => {
    const { id, type, verdicts, slots } = this.application();
    const sections = declarationOf(type)?.sections ?? [];
    return verdicts
      .filter(({ ok }) => !ok)
      .map(({ targetKind, target, reasonText, note, stale }) => {
        const slot = slots.find(({ requirement }) => requirement.slot === target)?.requirement;
        const section = sections.find(({ fields }) => fields.includes(target))?.id;
        const writable = this.application().writableFields.includes(target);
        const common = { id: `${targetKind}-${target}`, reason: reasonText, note, done: stale };
        if (targetKind === 'FIELD') {
          const link = writable && section ? ['/applications', id, section] : undefined;
          return { ...common, name: this.words.label(target), link, fragment: undefined };
        }
        return {
          ...common,
          name: slot?.name ?? target,
          link: slot?.afterSubmission ? ['/applications', id] : ['/applications', id, 'materials'],
          fragment: slot?.afterSubmission ? 'signed-form' : undefined,
        };
      });
  });
}
