import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { AnswerWords } from '../../core/answers/answer-words.js';
import { profilePageOf } from '../profile/profile-groups.js';
import { LastDayPipe } from '../words/last-day.js';
import { declarationOf } from './application-data.js';

type ReturnedApplication = Pick<
  ApplicationDetailFragment,
  'id' | 'type' | 'verdicts' | 'slots' | 'returnDueAt'
>;

/** Where a part is corrected. */
interface Repair {
  readonly name: string;
  /** Its value comes from the person's profile. */
  readonly ofProfile: boolean;
  readonly link: string | undefined;
  readonly fragment?: string;
}

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
            @if (fix.ofProfile) {
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
  readonly application = input.required<ReturnedApplication>();

  private readonly words = inject(AnswerWords);

  protected readonly fixes = computed(() =>
    this.application()
      .verdicts.filter(({ ok }) => !ok)
      .map(({ targetKind, target, reasonText, note, stale }) => ({
        id: `${targetKind}-${target}`,
        reason: reasonText,
        note,
        done: stale,
        ...(targetKind === 'FIELD' ? this.field(target) : this.paper(target)),
      })),
  );

  private field(target: string): Repair {
    const { id, type } = this.application();
    const { fields = [], sections = [] } = declarationOf(type) ?? {};
    const ofProfile = fields.find((field) => field.id === target)?.source === 'PERSON';
    const section = sections.find((one) => one.fields.includes(target))?.id ?? '';
    const link = ofProfile ? profilePageOf(target) : `/applications/${id}/${section}`;
    return { name: this.words.label(target), ofProfile, link };
  }

  private paper(target: string): Repair {
    const { id, slots } = this.application();
    const slot = slots.find(({ requirement }) => requirement.slot === target)?.requirement;
    const place = slot?.afterSubmission
      ? { link: `/applications/${id}`, fragment: 'signed-form' }
      : { link: `/applications/${id}/materials` };
    return { name: slot?.name ?? target, ofProfile: false, ...place };
  }
}
