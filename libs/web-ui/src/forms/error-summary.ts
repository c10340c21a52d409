import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { ReadonlyFieldTree, ValidationError } from '@angular/forms/signals';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

import { ErrorText } from './error-text.js';
import { FormAttempt } from './form-attempt.js';

/** An error that belongs to no signal form; `fieldId` is the id of the element to go to. */
export interface SummaryError {
  readonly message: string;
  readonly fieldId?: string;
}

interface SummaryLine {
  readonly text: string;
  readonly href: string | undefined;
  readonly focus: (() => void) | undefined;
}

/**
 * "There is a problem", on top of a form: takes the focus after every refused attempt, and every line leads
 * to its field. Needs `provideFormAttempt()` on the page.
 */
@Component({
  selector: 'kp-error-summary',
  imports: [TranslocoPipe],
  template: `
    @if (shown()) {
      <div #box class="box" role="alert" tabindex="-1" aria-labelledby="kp-error-summary-title">
        <h2 id="kp-error-summary-title">{{ 'ui.error.summary' | transloco }}</h2>
        <ul>
          @for (line of lines(); track $index) {
            <li>
              @if (line.focus) {
                <a [href]="line.href" (click)="go($event, line)">{{ line.text }}</a>
              } @else {
                {{ line.text }}
              }
            </li>
          }
        </ul>
      </div>
    }
  `,
  styleUrl: './error-summary.scss',
})
export class ErrorSummary {
  /** A signal form: all its errors, in the order of its fields. */
  readonly form = input<ReadonlyFieldTree<unknown>>();
  /** Errors from elsewhere, shown first. */
  readonly errors = input<readonly SummaryError[]>([]);
  /** Whether the summary stands on the page; bind it to the page title. */
  readonly shownChange = output<boolean>();

  private readonly attempt = inject(FormAttempt);
  private readonly errorText = inject(ErrorText);
  private readonly document =
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.ownerDocument;
  private readonly injector = inject(Injector);
  private readonly language = toSignal(inject(TranslocoService).langChanges$);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  protected readonly lines = computed<readonly SummaryLine[]>(() => {
    this.language();
    const form = this.form();
    return [
      ...this.errors().map((error) => this.lineOf(error)),
      ...(form
        ? form()
            .errorSummary()
            .map((error) => this.lineOfField(error))
        : []),
    ];
  });

  protected readonly shown = computed(() => this.attempt.count() > 0 && this.lines().length > 0);

  constructor() {
    effect(() => {
      if (this.attempt.count() > 0) {
        afterNextRender(
          { read: () => this.box()?.nativeElement.focus() },
          { injector: this.injector },
        );
      }
    });
    effect(() => {
      this.shownChange.emit(this.shown());
    });
  }

  protected go(event: Event, line: SummaryLine): void {
    event.preventDefault();
    line.focus?.();
  }

  private lineOf({ message, fieldId }: SummaryError): SummaryLine {
    return {
      text: message,
      href: fieldId === undefined ? undefined : `#${fieldId}`,
      focus:
        fieldId === undefined ? undefined : () => this.document.getElementById(fieldId)?.focus(),
    };
  }

  private lineOfField(error: ValidationError.WithFieldTree): SummaryLine {
    const state = error.fieldTree();
    const [binding] = state.formFieldBindings();
    return {
      text: this.errorText.of(error),
      href: binding ? `#${binding.element.id}` : undefined,
      focus: binding ? () => state.focusBoundControl() : undefined,
    };
  }
}
