import { inject, Injectable } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { TranslocoService } from '@jsverse/transloco';

/** A validation error whose message is a key with parameters. */
export interface KeyedError extends ValidationError {
  readonly message: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const DEFAULT_KEYS: Readonly<Record<string, string>> = {
  required: 'ui.error.required',
  email: 'ui.error.email',
  pattern: 'ui.error.pattern',
  minLength: 'ui.error.minLength',
  maxLength: 'ui.error.maxLength',
  min: 'ui.error.min',
  max: 'ui.error.max',
  date: 'ui.error.date',
  parse: 'ui.error.pattern',
};

/**
 * The words of a validation error. Its `message` is a message key, or a finished sentence (a server refusal
 * already in the reader's language); without one the kind of the error decides.
 */
@Injectable({ providedIn: 'root' })
export class ErrorText {
  private readonly transloco = inject(TranslocoService);

  of(error: ValidationError): string {
    const { message } = error;
    const params: Record<string, unknown> = { ...error, ...paramsOf(error) };
    if (message === undefined || message === '') {
      return this.transloco.translate(DEFAULT_KEYS[error.kind] ?? 'ui.error.pattern', params);
    }
    return isKey(message) ? this.transloco.translate(message, params) : message;
  }
}

function paramsOf(error: ValidationError): Readonly<Record<string, unknown>> {
  const { params } = error as Partial<KeyedError>;
  return params ?? {};
}

function isKey(message: string): boolean {
  return /^[a-z][\w-]*(\.[\w-]+)+$/i.test(message);
}
