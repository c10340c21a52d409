import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** One answer to check. */
export interface SummaryRow {
  readonly id: string;
  readonly label: string;
  /** Several values stand under each other. */
  readonly value: string | readonly string[];
  /** Where the answer is changed; leads straight back here afterwards. */
  readonly link?: string | readonly unknown[];
  readonly linkQuery?: Readonly<Record<string, string>>;
  /** Changed without leaving the page: a button that emits `changeRow`. */
  readonly changeable?: boolean;
  readonly tone?: 'changed' | 'missing';
}

/** Check your answers: label, value, and a way to change each; an error summary leads to `change-<id>` of a row. */
@Component({
  selector: 'kp-summary-list',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './summary-list.html',
  styleUrl: './summary-list.scss',
})
export class SummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();
  /** The id of the row whose button was pressed. */
  readonly changeRow = output<string>();

  protected readonly shown = computed(() =>
    this.rows().map((row) => ({
      ...row,
      values: typeof row.value === 'string' ? [row.value] : row.value,
    })),
  );
}
