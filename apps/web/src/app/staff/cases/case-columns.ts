import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import type { ReviewQueueQuery } from '@kaopu/graphql';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';

/** What every list of the desk says of a case. */
export type ListedCase = Pick<
  ReviewQueueQuery['reviewQueue']['edges'][number]['node'],
  'id' | 'number' | 'applicantName' | 'applicantIdNumber' | 'item' | 'registrationType' | 'plan'
>;

/**
 * The table all lists of cases share: which case, whose, for what, in which plan.
 *
 * ```html
 * <app-case-columns [label]="…">
 *   <th scope="col">…</th>
 *   @for (row of rows(); track row.id) {
 *     <tr [appCase]="row">
 *       <td>…</td>
 *     </tr>
 *   }
 * </app-case-columns>
 * ```
 */
@Component({
  selector: 'app-case-columns',
  imports: [TranslocoPipe],
  template: `
    <div class="kp-table-scroll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table class="kp-table kp-table-wide">
        <thead>
          <tr>
            <th scope="col">{{ 'staff.cases.number' | transloco }}</th>
            <th scope="col">{{ 'staff.cases.name' | transloco }}</th>
            <th scope="col">{{ 'staff.cases.item' | transloco }}</th>
            <th scope="col">{{ 'staff.cases.plan' | transloco }}</th>
            <ng-content select="th" />
          </tr>
        </thead>
        <tbody>
          <ng-content select="tr" />
        </tbody>
      </table>
    </div>
  `,
})
export class CaseColumns {
  readonly label = input.required<string>();
}

/** A row of it; its further cells stand inside. */
@Component({
  // An attribute, because a table takes no other rows than its own.
  selector: 'tr[appCase]',
  imports: [DomainTextPipe, RouterLink],
  template: `
    <td class="kp-number">
      <a [routerLink]="['/staff/reviews', case().id]">{{ case().number }}</a>
    </td>
    <td>
      {{ case().applicantName }}<br /><span class="kp-muted kp-number">{{
        case().applicantIdNumber
      }}</span>
    </td>
    <td>
      {{ itemCode(case().item.code) }}<br /><span class="kp-muted">{{
        'registrationType.' + case().registrationType | domainText
      }}</span>
    </td>
    <td>{{ case().plan?.planNo }}</td>
    <ng-content />
  `,
})
export class CaseCells {
  readonly case = input.required<ListedCase>({ alias: 'appCase' });

  protected readonly itemCode = displayItemCode;
}
