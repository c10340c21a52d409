import { text, type ErrorCode } from '@kaopu/domain';
import type { Actor } from '../access/actor.js';
import {
  ConflictError,
  FieldProblem,
  InvalidInputError,
  RateLimitedError,
  RefusedError,
} from '../graphql/user-error.js';

type Params = Readonly<Record<string, string | number>>;

/** A sentence of the domain's catalogue in the actor's language. */
export const say = (actor: Actor, key: string, params: Params = {}): string =>
  text(actor.request.language, key, params);

/** A refusal told in the actor's language; `key` where the code's own sentence is too general. */
export const refuse = (
  actor: Actor,
  code: ErrorCode,
  key?: string,
  params: Params = {},
): RefusedError => new RefusedError(code, say(actor, key ?? `error.${code}`, params));

export const conflict = (
  actor: Actor,
  currentVersion: number,
  changedAt: Date | null = null,
  changedBy: string | null = null,
): ConflictError =>
  new ConflictError(say(actor, 'error.CONFLICT'), currentVersion, changedAt, changedBy);

export const rateLimited = (actor: Actor, retryAfterSeconds: number): RateLimitedError =>
  new RateLimitedError(say(actor, 'error.RATE_LIMITED'), retryAfterSeconds);

/** One wrong field, before it is put into words. */
export interface Problem {
  readonly path: string;
  readonly key: string;
  readonly params?: Params;
}

export const invalid = (actor: Actor, problems: readonly Problem[]): InvalidInputError =>
  new InvalidInputError(
    say(actor, 'error.VALIDATION'),
    problems.map(({ path, key, params }) => new FieldProblem(path, key, say(actor, key, params))),
  );
