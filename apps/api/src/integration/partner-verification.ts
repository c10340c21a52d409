import { Injectable } from '@nestjs/common';
import { maskName } from '@kaopu/domain';
import { Bodies } from '../catalogue/bodies/bodies.js';
import { CertificateReader, type StoredCertificate } from '../certificates/certificate-reader.js';
import type { Certificate } from '../certificates/certificate.type.js';
import { Verification } from '../certificates/verification.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { AuditLog, type Audited } from '../platform/database/audit-log.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import {
  checkClaim,
  claimedItemCode,
  notFound,
  type Check,
  type Evidence,
} from './certificate-checks.js';
import { partnerError } from './partner-errors.js';

const PER_CLIENT: Budget = { name: 'partner.verify', points: 600, seconds: 60 };

const MOST_AT_ONCE = 100;

/** The question, as another system puts it. */
export interface VerifyCertificateInput {
  readonly certificateNo: string;
  readonly name: string;
  readonly item: string;
  readonly level?: string | null;
  readonly from: string;
  readonly to: string;
}

export interface VerifiedCertificate {
  readonly number: string;
  readonly holderName: string;
  readonly status: string;
  readonly authority: string;
  readonly institution: string | null;
  readonly issuedAt: Date;
  readonly replacedBy: string | null;
  readonly items: readonly {
    readonly code: string;
    readonly name: string;
    readonly firstIssueDate: string;
    readonly approvalDate: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly restriction: string | null;
  }[];
}

export interface VerificationAnswer {
  readonly result: 'VALID' | 'INVALID' | 'NOT_FOUND';
  readonly checks: readonly Check[];
  readonly certificate: VerifiedCertificate | null;
  readonly asOf: Date;
}

/** A question whose item is in our spelling. */
type Question = VerifyCertificateInput & { readonly itemCode: string };

/** Answers whether certificates covered items over whole days (domain.md §18). */
@Injectable()
export class PartnerVerification {
  constructor(
    private readonly verification: Verification,
    private readonly reader: CertificateReader,
    private readonly bodies: Bodies,
    private readonly limits: RateLimits,
    private readonly auditLog: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws GraphQLError VALIDATION for a claim that cannot be read, RATE_LIMITED. */
  async verify(actor: Actor, input: VerifyCertificateInput): Promise<VerificationAnswer> {
    await this.count(actor, 1);
    const [answer] = await this.answers(actor, [readable(input, {})]);
    if (!answer) throw new Error('A question got no answer.');
    return answer;
  }

  /**
   * In the order asked, in as many statements as one question.
   *
   * @throws GraphQLError VALIDATION for too many and, by its place, for a claim that cannot be read;
   * RATE_LIMITED.
   */
  async verifyAll(
    actor: Actor,
    inputs: readonly VerifyCertificateInput[],
  ): Promise<readonly VerificationAnswer[]> {
    if (inputs.length === 0) return [];
    if (inputs.length > MOST_AT_ONCE) {
      throw partnerError('VALIDATION', 400, { reason: 'TOO_MANY_QUESTIONS' });
    }
    await this.count(actor, inputs.length);
    return this.answers(
      actor,
      inputs.map((input, index) => readable(input, { index })),
    );
  }

  private async count(actor: Actor, questions: number): Promise<void> {
    const wait = await this.limits.use(PER_CLIENT, actor.id, questions);
    if (wait > 0) throw partnerError('RATE_LIMITED', 429, { retryAfterSeconds: wait });
  }

  private async answers(
    actor: Actor,
    questions: readonly Question[],
  ): Promise<VerificationAnswer[]> {
    const asOf = this.clock.now();
    const rows = await this.verification.byNumbers(
      questions.map(({ certificateNo, name }) => ({ number: certificateNo, name })),
    );
    const found = [...new Set(rows.filter((row) => row !== null))];
    const certificates = await this.reader.complete(found, actor.request.language);
    const levels = await this.bodies.authorityLevels();
    const answers = questions.map((question, at): VerificationAnswer => {
      const row = rows[at];
      const certificate = row && certificates[found.indexOf(row)];
      if (!certificate) {
        return { result: 'NOT_FOUND', checks: notFound(), certificate: null, asOf };
      }
      const level = levels.get(row.authorityCode) ?? null;
      const checks = checkClaim(question, evidence(row, certificate, level));
      return {
        result: checks.every(({ passed }) => passed) ? 'VALID' : 'INVALID',
        checks,
        certificate: masked(certificate, row.replacedBy),
        asOf,
      };
    });
    await this.audit(
      actor,
      questions.map(({ itemCode: item, from, to }, at) => {
        const { result, checks = [] } = answers[at] ?? {};
        const failed = checks.filter(({ passed }) => !passed).map(({ code }) => code);
        return { subjectId: rows[at]?.id ?? 'none', details: { result, failed, item, from, to } };
      }),
    );
    return answers;
  }

  /** Who asked about which certificate and what came out; neither number nor name (goal G52). */
  private audit(actor: Actor, asked: readonly Audited[]): Promise<void> {
    return this.auditLog.record(actor, 'verifyCertificate', ...asked);
  }
}

/** @throws GraphQLError VALIDATION, with `place` when it is one of many. */
function readable(input: VerifyCertificateInput, place: { readonly index?: number }): Question {
  const itemCode = claimedItemCode(input.item, input.level ?? null);
  if (itemCode === null) {
    throw partnerError('VALIDATION', 400, { reason: 'ITEM_UNREADABLE', ...place });
  }
  if (input.to < input.from) {
    throw partnerError('VALIDATION', 400, { reason: 'INTERVAL_ORDER', ...place });
  }
  return { ...input, itemCode };
}

const evidence = (
  { status, authorityCode }: StoredCertificate,
  { items }: Certificate,
  authorityLevel: Evidence['authorityLevel'],
): Evidence => ({
  status,
  authorityCode,
  authorityLevel,
  items: items.map(({ item, validFrom, validTo }) => ({
    code: item.code,
    issuingLevel: item.issuingLevel,
    validFrom,
    validTo,
  })),
});

function masked(certificate: Certificate, replacedBy: string | null): VerifiedCertificate {
  const { number, holderName, status, authority, institution, issuedAt, items } = certificate;
  return {
    number,
    holderName: maskName(holderName),
    status,
    authority: authority.name,
    institution: institution?.name ?? null,
    issuedAt,
    replacedBy,
    items: items.map(({ item, ...dates }) => ({ ...dates, code: item.code, name: item.name })),
  };
}
