import { type SchemaPath, validate } from '@angular/forms/signals';
import type { FormAttempt } from '@kaopu/web-ui';

import type { Registration } from './registration.js';

/** Shows what the server refused when registering, until the value is changed. */
export function unrefused(
  path: SchemaPath<string>,
  field: string,
  registration: Registration,
): void {
  validate(path, ({ value }) => {
    const message = registration.problemOf(field, value());
    return message === undefined ? undefined : { kind: 'server', message };
  });
}

/** A step that is opened because the server refused something in it shows that at once. */
export function showRefused(
  registration: Registration,
  fields: readonly string[],
  attempt: FormAttempt,
): void {
  if (registration.refused().some(({ field }) => fields.includes(field))) {
    attempt.failed();
  }
}
