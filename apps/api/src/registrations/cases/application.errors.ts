import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { ApplicationAction, type ErrorCode } from '@kaopu/domain';
import { IssueBatch } from '../../certificates/issue-batch.type.js';
import {
  ConflictError,
  InvalidInputError,
  RateLimitedError,
  RefusedError,
  UserError,
} from '../../platform/graphql/user-error.js';
import { Application } from './application.type.js';
import { EligibilityVerdict } from '../applying/eligibility.type.js';
import { ResultRow } from '../results/result-row.type.js';

@ObjectType({ implements: () => UserError })
export class NotEligibleError extends UserError {
  @Field(() => [EligibilityVerdict])
  readonly verdicts: readonly EligibilityVerdict[];

  constructor(message: string, verdicts: readonly EligibilityVerdict[]) {
    super('NOT_ELIGIBLE', message);
    this.verdicts = verdicts;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The workflow table says no; with the reason and what is open instead.',
})
export class ActionRefusedError extends UserError {
  @Field(() => String)
  readonly whyNot: string;

  @Field(() => [ApplicationAction])
  readonly allowedActions: readonly ApplicationAction[];

  constructor(
    code: ErrorCode,
    message: string,
    whyNot: string,
    allowedActions: readonly ApplicationAction[],
  ) {
    super(code, message);
    this.whyNot = whyNot;
    this.allowedActions = allowedActions;
  }
}

export const StartApplicationResult = createUnionType({
  name: 'StartApplicationResult',
  types: () => [Application, NotEligibleError, InvalidInputError, RefusedError] as const,
});
export const SaveAnswersResult = createUnionType({
  name: 'SaveAnswersResult',
  types: () =>
    [Application, InvalidInputError, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const UploadAttachmentResult = createUnionType({
  name: 'UploadAttachmentResult',
  types: () => [Application, ActionRefusedError, RefusedError, RateLimitedError] as const,
});
export const RemoveAttachmentResult = createUnionType({
  name: 'RemoveAttachmentResult',
  types: () => [Application, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const SubmitApplicationResult = createUnionType({
  name: 'SubmitApplicationResult',
  types: () =>
    [
      Application,
      NotEligibleError,
      InvalidInputError,
      ConflictError,
      ActionRefusedError,
      RefusedError,
      RateLimitedError,
    ] as const,
});
export const ActOnApplicationResult = createUnionType({
  name: 'ActOnApplicationResult',
  types: () =>
    [Application, InvalidInputError, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const AssignPlanResult = createUnionType({
  name: 'AssignPlanResult',
  types: () =>
    [Application, InvalidInputError, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const SetVerdictsResult = createUnionType({
  name: 'SetVerdictsResult',
  types: () =>
    [Application, InvalidInputError, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const EnterResultsResult = createUnionType({
  name: 'EnterResultsResult',
  types: () =>
    [ResultRow, InvalidInputError, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const PublishResultsResult = createUnionType({
  name: 'PublishResultsResult',
  types: () => [ResultRow, ConflictError, ActionRefusedError, RefusedError] as const,
});
export const ForwardApplicationsResult = createUnionType({
  name: 'ForwardApplicationsResult',
  types: () =>
    [IssueBatch, ConflictError, ActionRefusedError, InvalidInputError, RefusedError] as const,
});

@ObjectType({ description: 'Full values, shown once and audited.' })
export class RevealedPersonalData {
  @Field(() => String)
  readonly idNumber: string;

  @Field(() => String)
  readonly phone: string;

  @Field(() => String, {
    nullable: true,
    description: 'The printed form, good for 5 minutes; for reviewers, opening it is audited.',
  })
  readonly formUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The ID number a change of certificate information asks for.',
  })
  readonly newIdNumber: string | null;

  constructor(fields: RevealedPersonalData) {
    Object.assign(this, fields);
  }
}

export const RevealPersonalDataResult = createUnionType({
  name: 'RevealPersonalDataResult',
  types: () => [RevealedPersonalData, InvalidInputError, RefusedError, RateLimitedError] as const,
});
