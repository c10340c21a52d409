import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'One certificate as the register has it.' })
export class RegisteredItem {
  @Field(() => String)
  readonly itemCode: string;

  @Field(() => String)
  readonly certificateNo: string;

  @Field(() => LocalDateScalar)
  readonly firstIssueDate: string;

  @Field(() => LocalDateScalar)
  readonly validTo: string;
}

@ObjectType({ description: 'One row of 持证项目 as stated, beside the register.' })
export class StatedItem extends RegisteredItem {
  @Field(() => RegisteredItem, { nullable: true, description: 'Null when it is not registered.' })
  readonly registered: RegisteredItem | null;

  @Field(() => [String], { description: 'Parts the register says otherwise; empty: the same.' })
  readonly differences: readonly string[];
}
