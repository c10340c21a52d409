import { Injectable, type Provider, signal } from '@angular/core';
import type { Field, ReadonlyFieldTree, TreeValidationResult } from '@angular/forms/signals';
import { ErrorStateMatcher } from '@angular/material/core';

interface Submission {
  readonly action: () => Promise<TreeValidationResult>;
  readonly onInvalid: () => void;
}

/**
 * Counts how often a form was sent with errors. Fields and summary show errors from the first attempt on,
 * never while somebody is still typing (experience.md §1: validate on Continue, not on blur).
 * Provide it per page with `provideFormAttempt()`.
 */
@Injectable()
export class FormAttempt implements ErrorStateMatcher {
  private readonly counted = signal(0);

  /** Rises with every refused attempt; the error summary takes the focus each time. */
  readonly count = this.counted.asReadonly();

  /** Records that the form could not be sent. */
  failed(): void {
    this.counted.update((count) => count + 1);
  }

  /** Forgets the attempts, for a form that is used again. */
  reset(): void {
    this.counted.set(0);
  }

  /**
   * The `submission` option of `form()`: counts invalid attempts and refusals that the action returns.
   * The action returns server refusals as errors on fields, or undefined when all went well.
   */
  submission(action: () => Promise<TreeValidationResult>): Submission {
    return {
      action: async () => {
        const refusals = await action();
        if (refusals !== undefined && refusals !== null) {
          this.failed();
        }
        return refusals;
      },
      onInvalid: () => {
        this.failed();
      },
    };
  }

  /**
   * Whether a field is to be shown as wrong. A template with a Material control must ask this itself: Material
   * finds out only while the template around the control is checked, and an attempt alone checks no template.
   *
   * ```html
   * @if (attempt.marks(field())) {
   *   <mat-error [kpFieldError]="field()" />
   * }
   * ```
   */
  marks(field: ReadonlyFieldTree<unknown>): boolean {
    return this.counted() > 0 && field().invalid();
  }

  isErrorState(): boolean {
    return false;
  }

  isSignalErrorState(field: Field<unknown> | null): boolean {
    return this.counted() > 0 && (field?.().invalid() ?? false);
  }
}

/** Providers of a form page: the attempt counter, also as Material's judge of when a field looks wrong. */
export function provideFormAttempt(): Provider[] {
  return [FormAttempt, { provide: ErrorStateMatcher, useExisting: FormAttempt }];
}
