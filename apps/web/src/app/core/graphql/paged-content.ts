import { Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { DataState } from '@kaopu/web-ui';

import type { Connection, PagedList } from './paged.js';

/**
 * A list that grows page by page: its four states around what the page makes of the rows, and the button
 * for more below.
 *
 * ```html
 * <app-paged-content [list]="list" [emptyText]="'staff.reviews.none' | transloco">
 *   @for (row of list.rows(); track row.id) { … }
 * </app-paged-content>
 * ```
 */
@Component({
  selector: 'app-paged-content',
  imports: [DataState, MatButtonModule, TranslocoPipe],
  template: `
    <kp-data-state
      [loading]="list().loading()"
      [failure]="list().failure()"
      [ready]="list().page() !== undefined"
      [empty]="list().rows().length === 0"
      [emptyText]="emptyText()"
      (retry)="list().retry()"
    >
      <ng-content />
      @if (list().hasMore()) {
        <button
          matButton="outlined"
          type="button"
          [disabled]="list().loading()"
          (click)="list().more()"
        >
          {{ 'app.more' | transloco }}
        </button>
      }
    </kp-data-state>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class PagedContent {
  readonly list = input.required<PagedList<Connection<unknown>>>();
  readonly emptyText = input<string>();
}
