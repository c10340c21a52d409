import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../catalogue/bodies/authority.type.js';
import { Institution } from '../catalogue/bodies/institution.type.js';
import { Item } from '../catalogue/items/item.type.js';
import type { CatalogueItem } from '../catalogue/items/items.js';
import { PageInfo } from '../platform/graphql/page.js';
import { LocalDateScalar } from '../platform/graphql/scalars.js';
import { CertificateLink } from './certificate-link.type.js';
import { CertificateStatus } from './certificate-status.js';
import { IssuePurpose } from './issue-purpose.js';

@ObjectType({ description: 'One item of a certificate with its own dates.' })
export class CertificateItem {
  @Field(() => Item)
  readonly item: CatalogueItem;

  @Field(() => LocalDateScalar)
  readonly firstIssueDate: string;

  @Field(() => LocalDateScalar)
  readonly approvalDate: string;

  @Field(() => LocalDateScalar)
  readonly validFrom: string;

  @Field(() => LocalDateScalar, { description: 'Last day, good to 24:00 China Standard Time.' })
  readonly validTo: string;

  @Field(() => String, { nullable: true, description: 'Null when the item is not restricted.' })
  readonly restriction: string | null;
}

@ObjectType({ description: 'A personnel certificate (特种设备检验检测人员证).' })
export class Certificate {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly number: string;

  @Field(() => String)
  readonly holderName: string;

  @Field(() => CertificateStatus)
  readonly status: CertificateStatus;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the register says so; null while it says VALID.',
  })
  readonly statusSince: Date | null;

  @Field(() => Authority)
  readonly authority: Authority;

  @Field(() => Institution, { nullable: true, description: 'Null when it is not known.' })
  readonly institution: Institution | null;

  @Field(() => Date)
  readonly issuedAt: Date;

  @Field(() => [CertificateItem])
  readonly items: readonly CertificateItem[];

  @Field(() => String, { description: 'Public page behind the QR code on the paper.' })
  readonly verifyUrl: string;

  @Field(() => String, {
    nullable: true,
    description: 'The paper as PDF, good for 5 minutes; null until it is made.',
  })
  readonly pdfUrl: string | null;

  @Field(() => Date, { nullable: true, description: 'Null until it is printed.' })
  readonly printedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null until it is handed over or posted.' })
  readonly deliveredAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the parcel; null when it was not posted.',
  })
  readonly trackingNo: string | null;

  @Field(() => IssuePurpose, { description: 'Why this print was issued.' })
  readonly purpose: IssuePurpose;

  @Field(() => CertificateLink, {
    nullable: true,
    description:
      'The change whose data it carries because it was approved after this was forwarded; null for most.',
  })
  readonly correctedBy: CertificateLink | null;

  @Field(() => CertificateLink, { nullable: true, description: 'Null when it replaced none.' })
  readonly replaces: CertificateLink | null;

  @Field(() => CertificateLink, { nullable: true, description: 'Null while it was not replaced.' })
  readonly replacedBy: CertificateLink | null;

  @Field(() => Int)
  readonly version: number;

  constructor(fields: Certificate) {
    Object.assign(this, fields);
  }
}

@ObjectType()
export class CertificateEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => Certificate)
  readonly node: Certificate;
}

@ObjectType()
export class CertificateConnection {
  @Field(() => [CertificateEdge])
  readonly edges: readonly CertificateEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;
}

@ObjectType({ description: 'What anybody may see: no ID number, masked name.' })
export class PublicCertificate {
  @Field(() => String)
  readonly number: string;

  @Field(() => String, { description: 'Masked: `张*`.' })
  readonly holderName: string;

  @Field(() => CertificateStatus)
  readonly status: CertificateStatus;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the register says so; null while it says VALID.',
  })
  readonly statusSince: Date | null;

  @Field(() => String, { description: 'Name of the issuing authority.' })
  readonly authority: string;

  @Field(() => Date)
  readonly issuedAt: Date;

  @Field(() => [CertificateItem])
  readonly items: readonly CertificateItem[];

  @Field(() => IssuePurpose, {
    nullable: true,
    description: 'Why it was replaced and is void; null while it was not.',
  })
  readonly replacedAs: IssuePurpose | null;

  @Field(() => Date)
  readonly checkedAt: Date;

  constructor(fields: PublicCertificate) {
    Object.assign(this, fields);
  }
}
