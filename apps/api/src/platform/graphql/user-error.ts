import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ErrorCode } from '@kaopu/domain';

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Stable codes; each is explained in docs/errors.md.',
});

/** A refusal the caller can act on: part of the schema, returned, never thrown across the API. */
@InterfaceType({ description: 'Why something was refused, in words the person may read.' })
export abstract class UserError {
  @Field(() => ErrorCode)
  readonly code: ErrorCode;

  @Field(() => String)
  readonly message: string;

  constructor(code: ErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Any refusal that needs no data beyond its code and sentence.',
})
export class RefusedError extends UserError {}

@ObjectType({ description: 'What is wrong with one field.' })
export class FieldProblem {
  @Field(() => String, { description: 'The input field, e.g. `person.school` or an answer id.' })
  readonly path: string;

  @Field(() => String, { description: 'Message key, stable across languages.' })
  readonly key: string;

  @Field(() => String)
  readonly message: string;

  constructor(path: string, key: string, message: string) {
    this.path = path;
    this.key = key;
    this.message = message;
  }
}

@ObjectType({ implements: () => UserError })
export class InvalidInputError extends UserError {
  @Field(() => [FieldProblem])
  readonly fields: readonly FieldProblem[];

  constructor(message: string, fields: readonly FieldProblem[]) {
    super('VALIDATION', message);
    this.fields = fields;
  }
}

@ObjectType({ implements: () => UserError })
export class RateLimitedError extends UserError {
  @Field(() => Int)
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('RATE_LIMITED', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Somebody else was faster; read again and decide again.',
})
export class ConflictError extends UserError {
  @Field(() => Int)
  readonly currentVersion: number;

  @Field(() => Date, { nullable: true, description: 'Null when the time is not known.' })
  readonly changedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Null when the person may not be named.' })
  readonly changedBy: string | null;

  constructor(
    message: string,
    currentVersion: number,
    changedAt: Date | null = null,
    changedBy: string | null = null,
  ) {
    super('CONFLICT', message);
    this.currentVersion = currentVersion;
    this.changedAt = changedAt;
    this.changedBy = changedBy;
  }
}
