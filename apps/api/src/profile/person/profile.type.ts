import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DICTIONARIES, type IdType as IdTypeCode } from '@kaopu/domain';
import { StoredPhoto } from '../../attachments/stored-photo.type.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

/** 证件类型 as the schema's enum; keys equal values. */
export const IdType = Object.fromEntries(DICTIONARIES.idType.map((code) => [code, code])) as {
  readonly [Code in IdTypeCode]: Code;
};

registerEnumType(IdType, { name: 'IdType' });

@ObjectType({ description: 'What the candidate’s own record says.' })
export class Profile {
  @Field(() => IdType)
  readonly idType: IdTypeCode;

  @Field(() => String, { description: 'Masked.' })
  readonly idNumber: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly sex: string;

  @Field(() => LocalDateScalar)
  readonly birthDate: string;

  @Field(() => String, { description: 'Masked.' })
  readonly phone: string;

  @Field(() => String, { nullable: true })
  readonly email: string | null;

  @Field(() => String)
  readonly education: string;

  @Field(() => String, { nullable: true })
  readonly degree: string | null;

  @Field(() => String)
  readonly school: string;

  @Field(() => LocalDateScalar)
  readonly graduationDate: string;

  @Field(() => String)
  readonly majorType: string;

  @Field(() => String)
  readonly major: string;

  @Field(() => String, { nullable: true, description: 'Null when typed instead of chosen.' })
  readonly majorCatalogue: string | null;

  @Field(() => String, { nullable: true, description: 'Null when typed instead of chosen.' })
  readonly majorCode: string | null;

  @Field(() => String, { nullable: true })
  readonly title: string | null;

  @Field(() => String)
  readonly employer: string;

  @Field(() => String, { nullable: true })
  readonly employerType: string | null;

  @Field(() => String, { nullable: true })
  readonly employerAddress: string | null;

  @Field(() => String)
  readonly divisionCode: string;

  @Field(() => String, { nullable: true, description: 'In the caller’s language.' })
  readonly divisionName: string | null;

  @Field(() => String)
  readonly postalAddress: string;

  @Field(() => String, { nullable: true })
  readonly postcode: string | null;

  @Field(() => Int)
  readonly workYears: number;

  @Field(() => String, { nullable: true, description: 'Signed, good for 5 minutes.' })
  readonly photoUrl: string | null;

  @Field(() => StoredPhoto, {
    nullable: true,
    description: 'With what the server doubts about it.',
  })
  readonly photo: StoredPhoto | null;

  @Field(() => Int)
  readonly version: number;

  constructor(profile: Profile) {
    Object.assign(this, profile);
  }
}
