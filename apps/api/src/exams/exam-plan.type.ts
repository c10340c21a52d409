import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Track } from '@kaopu/domain';
import { IsBoolean, IsIn, IsOptional, Length } from 'class-validator';
import { Institution } from '../catalogue/bodies/institution.type.js';
import { LocalDateScalar } from '../platform/graphql/scalars.js';
import { PageInfo } from '../platform/graphql/page.js';
import type { PlanStatus } from './plan-status.js';

@ObjectType({ description: 'A place where exams are held (考点).' })
export class Site {
  @Field(() => ID)
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly address: string;

  @Field(() => String, { description: 'COMPUTER or PRACTICAL.' })
  readonly kind: string;
}

/** A plan without its lists; exams.resolver.ts reads those only when they are asked for. */
@ObjectType({
  description: 'An exam plan or review batch (考试计划). Dates are days in Shanghai, inclusive.',
})
export class Plan {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly planNo: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => Institution)
  readonly institution: Institution;

  @Field(() => Track)
  readonly track: Track;

  @Field(() => LocalDateScalar)
  readonly registrationFrom: string;

  @Field(() => LocalDateScalar, { description: 'Closes at 24:00 of this day.' })
  readonly registrationTo: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null for review batches.' })
  readonly examFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null for review batches.' })
  readonly examTo: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null for review batches.' })
  readonly ticketFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null for review batches.' })
  readonly ticketTo: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null when not announced.' })
  readonly resultDue: string | null;

  @Field(() => Int)
  readonly seatsTotal: number;

  @Field(() => Int)
  readonly seatsLeft: number;

  @Field(() => String)
  readonly status: PlanStatus;
}

/** What a plan is for and where, beside its own row. */
export interface PlanParts {
  readonly itemCodes: readonly string[];
  readonly registrationTypes: readonly string[];
  readonly sites: readonly Site[];
}

/** A plan with everything rules and papers read of it. */
export type WholePlan = Plan & PlanParts;

@ObjectType()
export class PlanEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => Plan)
  readonly node: Plan;
}

@ObjectType()
export class PlanConnection {
  @Field(() => [PlanEdge])
  readonly edges: readonly PlanEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;
}

@InputType()
export class PlanFilter {
  @Field(() => Track, { nullable: true })
  @IsOptional()
  @IsIn(Object.keys(Track))
  readonly track?: Track | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 24)
  readonly itemCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 24)
  readonly registrationType?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only plans that take registrations today.',
  })
  @IsOptional()
  @IsBoolean()
  readonly openOnly?: boolean | null;
}
