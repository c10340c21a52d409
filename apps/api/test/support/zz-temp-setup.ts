import 'reflect-metadata';
import { Field, ObjectType } from '@nestjs/graphql';
import { SCHEMA_OPTIONS } from '../../src/platform/graphql/graphql-api.module.ts';
import { UserError } from '../../src/platform/graphql/user-error.ts';
@ObjectType({ implements: () => UserError })
class ActionRefusedError extends UserError {
  @Field(() => String) readonly whyNot: string;
  @Field(() => [String]) readonly allowedActions: string[];
}
(SCHEMA_OPTIONS.buildSchemaOptions.orphanedTypes as unknown[]).push(ActionRefusedError);
