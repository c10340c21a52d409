import { createUnionType } from '@nestjs/graphql';
import {
  ConflictError,
  InvalidInputError,
  RateLimitedError,
  RefusedError,
} from '../platform/graphql/user-error.js';
import { Certificate, PublicCertificate } from './certificate.type.js';
import { IssueLine } from './issue-line.type.js';

export const DecideIssueLineResult = createUnionType({
  name: 'DecideIssueLineResult',
  types: () => [IssueLine, ConflictError, InvalidInputError, RefusedError] as const,
});

export const AdvanceCertificateResult = createUnionType({
  name: 'AdvanceCertificateResult',
  types: () => [Certificate, ConflictError, InvalidInputError, RefusedError] as const,
});

export const VerifyPublicResult = createUnionType({
  name: 'VerifyPublicResult',
  types: () => [PublicCertificate, RefusedError, RateLimitedError] as const,
});
