import { computed, signal } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { FormAttempt, SummaryError } from '@kaopu/web-ui';

interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What the server's refusals have in common. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

/** The sentence of a refusal: why an action is not possible says more than the general message. */
export function refusalWords(refusal: {
  readonly message: string;
  readonly refusedBecause?: string;
}): string {
  return refusal.refusedBecause ?? refusal.message;
}

/** An error at a field of a signal form, as a submission returns it. */
export type FieldRefusal = ValidationError.WithOptionalFieldTree;

/** Where a refusal belongs: fields by the last part of the server's path, and the human check. */
export type FieldsByName = Readonly<Record<string, FieldTree<unknown> | undefined>>;

/** The last part of `input.person.school`: the field's own name. */
export function fieldNameOf({ path }: FieldProblem): string {
  return path.split('.').at(-1) ?? path;
}

/**
 * Shows a refusal where it belongs: at the fields it names, at the human check for a wrong answer there,
 * otherwise in the summary alone. Only field errors keep a form from being sent unchanged, so what belongs to
 * no field must not be one of the form's own errors. The sentences are the server's, in the reader's language.
 */
export class Refusals {
  private readonly messages = signal<readonly string[]>([]);

  /** A refusal emptied the boxes for secrets; they count as missing only from the next attempt on. */
  readonly emptied = signal(false);

  /** For the error summary. */
  readonly errors = computed<readonly SummaryError[]>(() =>
    this.messages().map((message) => ({ message })),
  );

  constructor(private readonly attempt: FormAttempt) {}

  /** What the submission returns: the errors at fields, if there are any. */
  show(refusal: Refusal, fields: FieldsByName): FieldRefusal[] | undefined {
    this.emptied.set(true);
    const places = placesOf(refusal, fields);
    const atFields = places.flatMap(({ fieldTree, message }) =>
      fieldTree ? [{ kind: 'server', message, fieldTree }] : [],
    );
    this.messages.set(places.filter((place) => !place.fieldTree).map(({ message }) => message));
    if (atFields.length > 0) {
      return atFields;
    }
    this.attempt.failed();
    return undefined;
  }

  /** Begins an attempt; false when boxes that the last refusal emptied were not filled again. */
  begins(form: FieldTree<unknown>): boolean {
    this.messages.set([]);
    this.emptied.set(false);
    if (form().invalid()) {
      this.attempt.failed();
      return false;
    }
    return true;
  }
}

interface Place {
  readonly fieldTree: FieldTree<unknown> | undefined;
  readonly message: string;
}

function placesOf({ code, message, problems = [] }: Refusal, fields: FieldsByName): Place[] {
  if (problems.length > 0) {
    return problems.map((problem) => ({
      fieldTree: fields[fieldNameOf(problem)],
      message: problem.message,
    }));
  }
  return [{ fieldTree: code === 'CAPTCHA_INVALID' ? fields['humanCheck'] : undefined, message }];
}
