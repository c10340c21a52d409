import type { FieldTree, ValidationError } from '@angular/forms/signals';

interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What the server's refusals have in common. */
export interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
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
 * A refusal as errors of the form: at the fields it names, at the human check for a wrong answer there,
 * otherwise at the form as a whole. The sentences are the server's, in the reader's language.
 */
export function refusalErrors(refusal: Refusal, fields: FieldsByName): FieldRefusal[] {
  if (refusal.problems !== undefined && refusal.problems.length > 0) {
    return refusal.problems.map((problem) =>
      errorAt(fields[fieldNameOf(problem)], problem.message),
    );
  }
  const place = refusal.code === 'CAPTCHA_INVALID' ? fields['humanCheck'] : undefined;
  return [errorAt(place, refusal.message)];
}

function errorAt(fieldTree: FieldTree<unknown> | undefined, message: string): FieldRefusal {
  return fieldTree ? { kind: 'server', message, fieldTree } : { kind: 'server', message };
}
