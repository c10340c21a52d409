import { Component, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PlansDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { pagedList } from '../../core/graphql/paged.js';

/** 成绩: choose the exam plan whose marks are entered or published. */
@Component({
  selector: 'app-result-plans-page',
  imports: [DataState, MatButtonModule, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'staff.results.title' | transloco }}</h1>
    <kp-data-state
      [loading]="list.loading()"
      [failure]="list.failure()"
      [ready]="list.page() !== undefined"
      [empty]="list.rows().length === 0"
      (retry)="list.retry()"
    >
      <ul>
        @for (plan of list.rows(); track plan.id) {
          <li>
            <a [routerLink]="['/staff/results', plan.id]">{{ plan.planNo }} {{ plan.name }}</a>
          </li>
        }
      </ul>
      @if (list.hasMore()) {
        <button
          matButton="outlined"
          type="button"
          [disabled]="list.loading()"
          (click)="list.more()"
        >
          {{ 'staff.cases.more' | transloco }}
        </button>
      }
    </kp-data-state>
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }

    li {
      padding-block: 12px;
      border-block-end: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class ResultPlansPage {
  protected readonly list = pagedList(
    PlansDocument,
    signal({ filter: { track: 'TESTING' as const }, first: 50, after: null }),
    ({ plans }) => plans,
  );
}
