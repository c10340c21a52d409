/** A deviation from what should have come back. */
export class TourError extends Error {}

let step = 0;

/** Prints one numbered step and what came back. */
export function say(what: string, result: string): void {
  step += 1;
  process.stdout.write(`${String(step).padStart(2, ' ')}  ${what.padEnd(34, ' ')} ${result}\n`);
}

/** @throws TourError when the condition does not hold. */
export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new TourError(otherwise);
}

/**
 * The success member of a result union.
 * @throws TourError with the refusal's code and sentence.
 */
export function succeeded<Result extends { readonly __typename?: string }, Name extends string>(
  result: Result,
  name: Name,
): Extract<Result, { readonly __typename?: Name }> {
  if (result.__typename !== name) {
    throw new TourError(`expected ${name}, got ${JSON.stringify(result)}`);
  }
  return result as Extract<Result, { readonly __typename?: Name }>;
}
