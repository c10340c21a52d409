import { ArgsType, Field } from '@nestjs/graphql';
import { IsString, Length } from 'class-validator';

/** A certificate number somebody typed. */
@ArgsType()
export class CertificateNumberArgs {
  @Field(() => String)
  @IsString()
  @Length(1, 64)
  readonly number: string;
}
