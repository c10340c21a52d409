import { type SchemaPath, validate } from '@angular/forms/signals';

/** A field that must not be left blank; `message` is a key. */
export function filled(path: SchemaPath<string>, message: string): void {
  validate(path, ({ value }) =>
    value().trim() === '' ? { kind: 'required', message } : undefined,
  );
}
