import { Injectable } from '@nestjs/common';
import { maskName } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { AuthorityEntity } from '../catalogue/authority.entity.js';
import { CertificateReader } from '../certificates/certificate-reader.js';
import type { Certificate } from '../certificates/certificate.type.js';
import { Verification } from '../certificates/verification.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { leanRows } from '../platform/database/lean-rows.js';
import { writeAudit } from '../platform/database/transactions.js';
import { RateLimits, type Budget } from '../platform/limits/rate-limits.js';
import { checkClaim, claimedItemCode, notFound, type Check } from './certificate-checks.js';
import { partnerError } from './partner-errors.js';

const PER_CLIENT: Budget = { name: 'partner.verify', points: 600, seconds: 60 };

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

/** Answers whether a certificate covered an item over whole days (domain.md §18). */
@Injectable()
export class PartnerVerification {
  constructor(
    private readonly dataSource: DataSource,
    private readonly verification: Verification,
    private readonly reader: CertificateReader,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws GraphQLError VALIDATION for a claim that cannot be read, RATE_LIMITED. */
  async verify(actor: Actor, input: VerifyCertificateInput): Promise<VerificationAnswer> {
    const wait = await this.limits.use(PER_CLIENT, actor.id);
    if (wait > 0) throw partnerError('RATE_LIMITED', 429, { retryAfterSeconds: wait });
    const itemCode = claimedItemCode(input.item, input.level ?? null);
    if (itemCode === null) throw partnerError('VALIDATION', 400, { reason: 'ITEM_UNREADABLE' });
    if (input.to < input.from) {
      throw partnerError('VALIDATION', 400, { reason: 'INTERVAL_ORDER' });
    }
    const answer = await this.answer(actor, input, itemCode);
    await this.audit(actor, { ...input, item: itemCode }, answer);
    return answer;
  }

  private async answer(
    actor: Actor,
    { certificateNo, name, from, to }: VerifyCertificateInput,
    itemCode: string,
  ): Promise<VerificationAnswer & { readonly id?: string }> {
    const asOf = this.clock.now();
    const row = await this.verification.byNumber(certificateNo, name);
    const [certificate] = await this.reader.complete(row ? [row] : [], actor.request.language);
    if (!row || !certificate) {
      return { result: 'NOT_FOUND', checks: notFound(), certificate: null, asOf };
    }
    const [authority] = await leanRows(this.dataSource.manager, AuthorityEntity, 'WHERE code = ?', [
      row.authorityCode,
    ]);
    const checks = checkClaim(
      { itemCode, from, to },
      {
        status: row.status,
        authorityCode: row.authorityCode,
        authorityLevel: authority?.level ?? null,
        items: certificate.items.map(({ item, validFrom, validTo }) => ({
          code: item.code,
          issuingLevel: item.issuingLevel,
          validFrom,
          validTo,
        })),
      },
    );
    return {
      id: row.id,
      result: checks.every(({ passed }) => passed) ? 'VALID' : 'INVALID',
      checks,
      certificate: masked(certificate, await this.verification.successorNumber(row)),
      asOf,
    };
  }

  /** Who asked about which certificate and what came out; neither number nor name (goal G52). */
  private async audit(
    actor: Actor,
    { item, from, to }: VerifyCertificateInput,
    { id, result, checks }: VerificationAnswer & { readonly id?: string },
  ): Promise<void> {
    const failed = checks.filter(({ passed }) => !passed).map(({ code }) => code);
    await writeAudit(
      this.dataSource.manager,
      actor,
      'verifyCertificate',
      id ?? 'none',
      { result, failed, item, from, to },
      this.clock.now(),
    );
  }
}

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
