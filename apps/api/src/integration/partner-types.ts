import { GraphQLISODateTime } from '@nestjs/graphql';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLNullableType,
} from 'graphql';
import type { CertificateStatus } from '../certificates/certificate-status.js';
import { LocalDateScalar } from '../platform/graphql/scalars.js';
import type { CheckCode } from './certificate-checks.js';

const required = <Type extends GraphQLNullableType>(type: Type): GraphQLNonNull<Type> =>
  new GraphQLNonNull(type);
/** `[Type!]!` */
export const listOf = <Type extends GraphQLNullableType>(
  type: Type,
): GraphQLNonNull<GraphQLList<GraphQLNonNull<Type>>> => required(new GraphQLList(required(type)));
const enumOf = (
  name: string,
  descriptions: Readonly<Record<string, string>>,
  description: string,
): GraphQLEnumType =>
  new GraphQLEnumType({
    name,
    description,
    values: Object.fromEntries(
      Object.entries(descriptions).map(([value, says]) => [value, { value, description: says }]),
    ),
  });

const CHECKS: Readonly<Record<CheckCode, string>> = {
  NUMBER_NAME: 'The number exists and belongs to this name (编号与姓名).',
  ITEM: 'The certificate carries the method or equipment (项目).',
  LEVEL: 'It carries it at the level asked for (级别).',
  STATUS:
    'It is not suspended, revoked, cancelled or replaced (状态). Expiry is INTERVAL’s matter.',
  INTERVAL: 'Every day from `from` to `to` lies within the validity (有效期).',
  ISSUER: 'The issuing authority is responsible for such items (发证机关).',
};
const STATUSES: Readonly<Record<CertificateStatus, string>> = {
  VALID: '有效',
  EXPIRED: '过期',
  SUSPENDED: '暂停',
  REVOKED: '撤销',
  CANCELLED: '注销',
  SUPERSEDED: '已补发或换发；见 replacedBy',
};
const RESULTS = {
  VALID: 'Every check has passed.',
  INVALID: 'The certificate exists but at least one check has failed.',
  NOT_FOUND: 'No certificate has this number and this name; which of the two is wrong is not told.',
} as const;

const check = new GraphQLObjectType({
  name: 'Check',
  description: 'One question, answered on its own.',
  fields: {
    code: { type: required(enumOf('CheckCode', CHECKS, 'What was checked.')) },
    passed: { type: required(GraphQLBoolean) },
    expected: { type: GraphQLString, description: 'What was asked for; null where nothing was.' },
    actual: {
      type: GraphQLString,
      description: 'What the register says; null where it says nothing.',
    },
  },
});

const verifiedItem = new GraphQLObjectType({
  name: 'VerifiedItem',
  description: 'One item with its own dates.',
  fields: {
    code: { type: required(GraphQLString), description: 'E.g. `RT-II`.' },
    name: { type: required(GraphQLString) },
    firstIssueDate: { type: required(LocalDateScalar), description: '初次取证日期' },
    approvalDate: { type: required(LocalDateScalar), description: '批准日期' },
    validFrom: { type: required(LocalDateScalar) },
    validTo: {
      type: required(LocalDateScalar),
      description: 'Last day, good to 24:00 China Standard Time.',
    },
    restriction: { type: GraphQLString, description: '限制范围; null when there is none.' },
  },
});

const verifiedCertificate = new GraphQLObjectType({
  name: 'VerifiedCertificate',
  description: 'What the register says, masked.',
  fields: {
    number: { type: required(GraphQLString) },
    holderName: { type: required(GraphQLString), description: 'Masked: `张*`.' },
    status: {
      type: required(enumOf('CertificateStatus', STATUSES, 'State today.')),
    },
    authority: { type: required(GraphQLString), description: '发证机关' },
    institution: { type: GraphQLString, description: '考试机构; null when it is not known.' },
    issuedAt: { type: required(GraphQLISODateTime) },
    replacedBy: {
      type: GraphQLString,
      description: 'Number of the certificate that replaced it; ask again with it.',
    },
    items: { type: listOf(verifiedItem) },
  },
});

/** What is asked. */
export const verifyCertificateInput = new GraphQLInputObjectType({
  name: 'VerifyCertificateInput',
  fields: {
    certificateNo: { type: required(GraphQLString), description: '证书编号, as printed.' },
    name: { type: required(GraphQLString), description: 'The holder’s name as printed.' },
    item: {
      type: required(GraphQLString),
      description: '`RT-II`, `RT-Ⅱ`, `RT2`, `DT-S` …, or the method alone with `level`.',
    },
    level: { type: GraphQLString, description: '`I`, `II`, `III`, `Ⅱ`, `2` …' },
    from: { type: required(LocalDateScalar), description: 'First day to be covered.' },
    to: { type: required(LocalDateScalar), description: 'Last day to be covered.' },
  },
});

/** What is answered. */
export const verification = new GraphQLObjectType({
  name: 'Verification',
  fields: {
    result: {
      type: required(enumOf('VerificationResult', RESULTS, 'The answer in one word.')),
    },
    checks: { type: listOf(check), description: 'Always in the same order.' },
    certificate: { type: verifiedCertificate, description: 'Null when it was not found.' },
    asOf: { type: required(GraphQLISODateTime), description: 'When the register was read.' },
  },
});
