import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

@InputType({
  description: 'Either the picture answer or the solved proof of work; each is good for one use.',
})
export class HumanCheckInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly altcha?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  readonly captchaId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly captchaText?: string | null;
}
