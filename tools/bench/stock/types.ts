import {
  ArgsType,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';

/** The part of Kaopu's schema that the benchmark asks for, under the same names. */

const Tab = { ATTENTION: 'ATTENTION', ACTIVE: 'ACTIVE', DONE: 'DONE' } as const;
registerEnumType(Tab, { name: 'ApplicationTab' });
@ObjectType('Item')
export class ItemType {
  @Field(() => ID)
  code: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  nameEn: string;
  @Field(() => String)
  track: string;
  @Field(() => String, { nullable: true })
  level: string | null;
  @Field(() => String)
  method: string;
}

@ObjectType('Plan')
export class PlanType {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  planNo: string;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  examFrom: string | null;
  @Field(() => String, { nullable: true })
  examTo: string | null;
}

@ObjectType('Attachment')
export class AttachmentType {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  slot: string;
  @Field(() => String)
  fileName: string;
  @Field(() => Int)
  byteSize: number;
  @Field(() => String)
  mimeType: string;
  @Field(() => Int)
  versionNo: number;
  @Field(() => Date)
  uploadedAt: Date;
}

@ObjectType('SlotState')
export class SlotStateType {
  @Field(() => AttachmentType, { nullable: true })
  attachment: AttachmentType | null;
}

@ObjectType('ApplicationFlags')
export class FlagsType {
  @Field(() => Boolean)
  signedFormMissing: boolean;
  @Field(() => Boolean)
  signedFormStale: boolean;
  @Field(() => Boolean)
  returnOpen: boolean;
  @Field(() => Boolean)
  heldItemsDiffer: boolean;
  @Field(() => Boolean)
  resultsFromElsewhere: boolean;
}

@ObjectType('SignedFormNote')
export class SignedFormType {
  @Field(() => String)
  finding: string;
  @Field(() => String)
  message: string;
}

@ObjectType('Application')
export class ApplicationType {
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true })
  number: string | null;
  @Field(() => String)
  type: string;
  @Field(() => String)
  status: string;
  @Field(() => Int)
  version: number;
  @Field(() => Date)
  createdAt: Date;
  @Field(() => Date, { nullable: true })
  submittedAt: Date | null;
  @Field(() => Date, { nullable: true })
  returnDueAt: Date | null;
  @Field(() => Date)
  updatedAt: Date;
  @Field(() => ItemType)
  item: ItemType;
  @Field(() => PlanType, { nullable: true })
  plan: PlanType | null;
}

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}

@ObjectType('ApplicationEdge')
export class EdgeType {
  @Field(() => String)
  cursor: string;
  @Field(() => ApplicationType)
  node: ApplicationType;
}

@ObjectType('ApplicationConnection')
export class ConnectionType {
  @Field(() => Int)
  totalCount: number;
  @Field(() => Boolean)
  totalCapped: boolean;
  @Field(() => PageInfoType)
  pageInfo: PageInfoType;
  @Field(() => [EdgeType])
  edges: EdgeType[];
}

@InputType('ReviewFilter')
export class ReviewFilterInput {
  @Field(() => [String], { nullable: true })
  statuses: string[] | null;
}

@ArgsType()
export class MyApplicationsArgs {
  @Field(() => Tab, { nullable: true })
  tab: string | null;
  @Field(() => Int)
  first: number;
  @Field(() => String, { nullable: true })
  after: string | null;
}

@ArgsType()
export class ReviewQueueArgs {
  @Field(() => ReviewFilterInput)
  filter: ReviewFilterInput;
  @Field(() => Int)
  first: number;
  @Field(() => String, { nullable: true })
  after: string | null;
}

@InputType('SubmitApplicationInput')
export class SubmitInput {
  @Field(() => ID)
  applicationId: string;
  @Field(() => Int)
  version: number;
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => Boolean)
  truthDeclared: boolean;
}

@ObjectType('RefusedError')
export class Refused {
  @Field(() => String)
  code: string;
}

export const SubmitResult = createUnionType({
  name: 'SubmitApplicationResult',
  types: () => [ApplicationType, Refused] as const,
  resolveType: (value: object) => ('status' in value ? ApplicationType : Refused),
});

@InputType('VerifyCertificateInput')
export class VerifyInput {
  @Field(() => String)
  certificateNo: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  item: string;
  @Field(() => String)
  from: string;
  @Field(() => String)
  to: string;
}

@ObjectType('Check')
export class CheckType {
  @Field(() => String)
  code: string;
  @Field(() => Boolean)
  passed: boolean;
  @Field(() => String, { nullable: true })
  expected: string | null;
  @Field(() => String, { nullable: true })
  actual: string | null;
}

@ObjectType('VerifiedItem')
export class VerifiedItemType {
  @Field(() => String)
  code: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  firstIssueDate: string;
  @Field(() => String)
  approvalDate: string;
  @Field(() => String)
  validFrom: string;
  @Field(() => String)
  validTo: string;
  @Field(() => String, { nullable: true })
  restriction: string | null;
}

@ObjectType('VerifiedCertificate')
export class VerifiedCertificateType {
  @Field(() => String)
  number: string;
  @Field(() => String)
  holderName: string;
  @Field(() => String)
  status: string;
  @Field(() => String)
  authority: string;
  @Field(() => String, { nullable: true })
  institution: string | null;
  @Field(() => Date)
  issuedAt: Date;
  @Field(() => String, { nullable: true })
  replacedBy: string | null;
  @Field(() => [VerifiedItemType])
  items: VerifiedItemType[];
}

@ObjectType('Verification')
export class VerificationType {
  @Field(() => String)
  result: string;
  @Field(() => [CheckType])
  checks: CheckType[];
  @Field(() => VerifiedCertificateType, { nullable: true })
  certificate: VerifiedCertificateType | null;
}
