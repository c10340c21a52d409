import type { Answers } from '../applications/answers.js';
import type { ApplicationType } from '../applications/application-type.js';

/** One printed value; `value` is raw (a code, a date, rows), never words of a language. */
export interface PrintedValue {
  readonly fieldId: string;
  readonly labelKey: string;
  readonly kind: ApplicationType['fields'][number]['kind'];
  readonly dictionary: ApplicationType['fields'][number]['dictionary'] | null;
  readonly value: unknown;
}

/** A section of the printed form, in the declared order. */
export interface PrintedSection {
  readonly id: string;
  readonly titleKey: string;
  readonly values: readonly PrintedValue[];
}

/** Everything a printed form shows; the same submission always gives the same content. */
export interface PrintedContent {
  readonly type: string;
  readonly version: number;
  readonly sections: readonly PrintedSection[];
}

/**
 * What the application form prints, in a fixed order. Values are raw; words are put in by whoever
 * draws the form (domain.md §12). `person` is the frozen record, with field ids as its keys.
 */
export function printedContent(
  type: Pick<ApplicationType, 'code' | 'version' | 'fields' | 'sections'>,
  person: object,
  answers: Answers,
): PrintedContent {
  const printed = new Map(
    type.fields.filter((field) => field.printed).map((field) => [field.id, field]),
  );
  const values = {
    PERSON: new Map(Object.entries(person)),
    ANSWER: new Map(Object.entries(answers)),
  };
  const sections = type.sections.map(({ id, fields }) => ({
    id,
    titleKey: `section.${id}`,
    values: fields.flatMap((fieldId): PrintedValue[] => {
      const field = printed.get(fieldId);
      if (field === undefined) return [];
      const value: unknown = values[field.source].get(fieldId) ?? null;
      const { kind, dictionary = null } = field;
      return [{ fieldId, labelKey: `field.${fieldId}.label`, kind, dictionary, value }];
    }),
  }));
  return {
    type: type.code,
    version: type.version,
    sections: sections.filter((section) => section.values.length > 0),
  };
}

/** JSON with keys in a fixed order and absent values left out, so that equal contents are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * The text whose hash says which content a printed form shows. The signed form is stale exactly when
 * this text has changed since it was printed (domain.md §8). Hashing is the caller's.
 */
export function contentHashInput({ type, version, sections }: PrintedContent): string {
  const values = sections.flatMap((section) =>
    section.values.map(({ fieldId, value }) => [fieldId, value]),
  );
  return canonicalJson({ type, version, values });
}
