import { isLocalDate } from '../dates/local-date.js';
import { parseTypedDate } from '../dates/typed-date.js';
import { normaliseStatedItem } from '../held-items/stated-items.js';
import type { ApplicationType, FieldDeclaration } from './application-type.js';
import { isAsked, type ConditionContext } from './conditions.js';
import { fieldProblem, type ValueProblem } from './field-problem.js';

/** What the person typed, by field id; values are JSON. Missing and null both mean "not filled in". */
export type Answers = Readonly<Record<string, unknown>>;

/** What is wrong with one field, by id. */
export interface AnswerProblem extends ValueProblem {
  readonly path: string;
}

/** True for a value that says nothing: null, blanks, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function normaliseValue(field: FieldDeclaration, value: unknown): unknown {
  if (isBlank(value)) return null;
  if (field.kind === 'heldItems' && Array.isArray(value)) return value.map(normaliseStatedItem);
  if (typeof value !== 'string') return value;
  if (field.kind === 'date') return parseTypedDate(value) ?? value;
  return value.normalize('NFC').trim();
}

function answerFields(type: Pick<ApplicationType, 'fields'>): readonly FieldDeclaration[] {
  return type.fields.filter(({ source }) => source === 'ANSWER');
}

/**
 * Answers as they are stored: blanks trimmed and empty values null, dates as `YYYY-MM-DD` however
 * they were typed. Unknown fields are kept so that `answerProblems` can name them.
 */
export function normaliseAnswers(type: Pick<ApplicationType, 'fields'>, answers: Answers): Answers {
  const byId = new Map(answerFields(type).map((field) => [field.id, field]));
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      const field = byId.get(id);
      return [id, field === undefined ? value : normaliseValue(field, value)];
    }),
  );
}

function orderProblem(
  { notBefore }: FieldDeclaration,
  value: unknown,
  answers: Answers,
): ValueProblem | null {
  const earlier = notBefore === undefined ? null : answers[notBefore];
  if (!isLocalDate(earlier) || !isLocalDate(value) || value >= earlier) return null;
  return { key: 'problem.dateOrder', params: {} };
}

/** Subjects named that the item does not have, as problems of the fields they stand in. */
export function unknownSubjects(
  type: Pick<ApplicationType, 'fields'>,
  answers: Answers,
  subjectCodes: readonly string[],
): readonly AnswerProblem[] {
  return type.fields
    .filter(({ kind }) => kind === 'subjects')
    .filter(({ id }) => {
      const named = answers[id];
      return Array.isArray(named) && !named.every((code) => subjectCodes.includes(String(code)));
    })
    .map(({ id }) => ({ path: id, key: 'problem.choice', params: {} }));
}

/** What is wrong with the answers given so far; missing ones are not wrong yet. `today` is Shanghai's. */
export function answerProblems(
  type: Pick<ApplicationType, 'fields'>,
  answers: Answers,
  today: string,
): readonly AnswerProblem[] {
  const byId = new Map(answerFields(type).map((field) => [field.id, field]));
  return Object.entries(answers).flatMap(([path, value]): AnswerProblem[] => {
    const field = byId.get(path);
    if (field === undefined) return [{ path, key: 'problem.unknownField', params: {} }];
    if (isBlank(value)) return [];
    const problem = fieldProblem(field, value, today) ?? orderProblem(field, value, answers);
    return problem === null ? [] : [{ path, ...problem }];
  });
}

/**
 * Ids of fields, typed or copied from the profile, that must be filled in and are not.
 * `person` is the person's record, with field ids as its keys.
 */
export function missingFields(
  type: Pick<ApplicationType, 'fields'>,
  person: object,
  answers: Answers,
  context: ConditionContext,
): readonly string[] {
  const values = {
    PERSON: new Map(Object.entries(person)),
    ANSWER: new Map(Object.entries(answers)),
  };
  return type.fields
    .filter(({ required, asked }) => required && isAsked(asked, context))
    .filter(({ id, source }) => isBlank(values[source].get(id)))
    .map(({ id }) => id);
}

/** Fields asked of this person: those whose condition does not hold are left out. */
export function askedFields(
  type: Pick<ApplicationType, 'fields'>,
  context: ConditionContext,
): readonly FieldDeclaration[] {
  return type.fields.filter(({ asked }) => isAsked(asked, context));
}
