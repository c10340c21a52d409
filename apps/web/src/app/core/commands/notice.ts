import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, FailureNotice } from '@kaopu/web-ui';

import type { Failure } from '../failure/failure.js';
import { type NotDone, refusalText } from './commands.js';

/** What a page says about the last thing that was tried on it. */
export type Notice =
  | {
      readonly kind: 'done';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly again: () => void };

/** Done, in words: a message key and what it is about. */
export function doneNotice(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): Notice {
  return { kind: 'done', key, params };
}

/** @param again repeats what was tried. */
export function notDoneNotice(outcome: NotDone, again: () => unknown): Notice {
  return outcome.kind === 'refused'
    ? { kind: 'refused', message: refusalText(outcome.refusal) }
    : { kind: 'failed', failure: outcome.failure, again: () => void again() };
}

/** Success and refusals as a banner, failed requests with a way to try again. */
@Component({
  selector: 'app-notice',
  imports: [Banner, FailureNotice, TranslocoPipe],
  template: `
    @if (notice(); as said) {
      @switch (said.kind) {
        @case ('done') {
          <kp-banner tone="success">{{ said.key | transloco: said.params }}</kp-banner>
        }
        @case ('refused') {
          <kp-banner tone="error">{{ said.message }}</kp-banner>
        }
        @case ('failed') {
          <kp-failure-notice [failure]="said.failure" (retry)="said.again()" />
        }
      }
    }
  `,
})
export class NoticeBox {
  readonly notice = input<Notice>();
}
