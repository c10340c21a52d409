import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ApplicationStatus } from '@kaopu/domain';
import { Certificate } from '../../certificates/certificate.type.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Something a holder may ask for a certificate: 补发 or 信息变更.' })
export class CertificateRequestChoice {
  @Field(() => String, { description: 'Code of the application type.' })
  readonly type: string;

  @Field(() => Boolean, { description: 'It may be begun now.' })
  readonly allowed: boolean;

  @Field(() => String, { nullable: true, description: 'Null when it may be begun.' })
  readonly whyNot: string | null;

  @Field(() => ID, { nullable: true, description: 'The open one of this type, to go on with.' })
  readonly openApplicationId: string | null;
}

@ObjectType({ description: 'A row of a change: on the certificate, and as it should be.' })
export class ChangeRow {
  @Field(() => String)
  readonly fieldId: string;

  @Field(() => String)
  readonly label: string;

  @Field(() => String, { nullable: true, description: 'Null for data of the holder.' })
  readonly itemCode: string | null;

  @Field(() => String, { description: 'ID numbers are masked for everybody but the holder.' })
  readonly before: string;

  @Field(() => String)
  readonly after: string;

  @Field(() => String, { description: 'Which proof the row needs.' })
  readonly proof: string;
}

@ObjectType({ description: 'A station of the way to the new print.' })
export class Milestone {
  @Field(() => ApplicationStatus)
  readonly status: ApplicationStatus;

  @Field(() => String)
  readonly label: string;

  @Field(() => Date, { nullable: true, description: 'Null while it is ahead.' })
  readonly at: Date | null;
}

@ObjectType({ description: 'First issue date of one item of the certificate a request is about.' })
export class CertifiedItemDate {
  @Field(() => String)
  readonly itemCode: string;

  @Field(() => LocalDateScalar)
  readonly firstIssueDate: string;
}

@ObjectType({ description: 'What the certificate a request is about says of its holder.' })
export class CertifiedHolder {
  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly sex: string;

  @Field(() => String, { description: 'Masked for everybody but the holder.' })
  readonly idNumber: string;

  @Field(() => String)
  readonly employer: string;

  @Field(() => [CertifiedItemDate])
  readonly items: readonly CertifiedItemDate[];
}

@ObjectType({ description: 'What a reissue or change is about.' })
export class CertificateRequest {
  @Field(() => Certificate)
  readonly certificate: Certificate;

  @Field(() => CertifiedHolder)
  readonly holder: CertifiedHolder;

  @Field(() => [ChangeRow], { description: 'Touched rows only; empty for a reissue.' })
  readonly changes: readonly ChangeRow[];
}
