import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInputError, RefusedError } from '../platform/graphql/user-error.js';

@ObjectType({ description: 'Another system that may ask us; its secret is not kept.' })
export class ApiClient {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly clientId: string;

  @Field(() => [String])
  readonly scopes: readonly string[];

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date)
  readonly expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it may be used.' })
  readonly revokedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'To the minute; null while it was never used.',
  })
  readonly lastUsedAt: Date | null;

  constructor(fields: ApiClient) {
    Object.assign(this, fields);
  }
}

@ObjectType({ description: 'The secret is shown this once and cannot be read again.' })
export class CreatedApiClient {
  @Field(() => ApiClient)
  readonly client: ApiClient;

  @Field(() => String)
  readonly secret: string;

  constructor(client: ApiClient, secret: string) {
    this.client = client;
    this.secret = secret;
  }
}

export const CreateApiClientResult = createUnionType({
  name: 'CreateApiClientResult',
  types: () => [CreatedApiClient, InvalidInputError, RefusedError] as const,
});

export const RevokeApiClientResult = createUnionType({
  name: 'RevokeApiClientResult',
  types: () => [ApiClient, RefusedError] as const,
});
