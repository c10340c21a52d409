import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PlansDocument } from '@kaopu/graphql';

import { pagedList } from '../../core/graphql/paged.js';
import { PagedContent } from '../../core/graphql/paged-content.js';

/** 成绩: choose the exam plan whose marks are entered or published. */
@Component({
  selector: 'app-result-plans-page',
  imports: [PagedContent, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'staff.results.title' | transloco }}</h1>
    <app-paged-content [list]="list">
      <ul>
        @for (plan of list.rows(); track plan.id) {
          <li>
            <a [routerLink]="['/staff/results', plan.id]">{{ plan.planNo }} {{ plan.name }}</a>
          </li>
        }
      </ul>
    </app-paged-content>
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
