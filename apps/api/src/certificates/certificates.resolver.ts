import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { PageArgs } from '../platform/graphql/page.js';
import { CertificateNumberArgs } from './certificate-number.args.js';
import { AdvanceCertificateResult, VerifyPublicResult } from './certificate.results.js';
import { CertificateStep } from './certificate-status.js';
import { Certificate, CertificateConnection, PublicCertificate } from './certificate.type.js';
import { CertificatesQueries } from './certificates.queries.js';
import { AdvanceCertificateInput } from './issuance.inputs.js';
import { PrintingService } from './printing.service.js';
import { Verification } from './verification.js';
import { VerifyPublicInput } from './verify-public.input.js';

@Resolver()
export class CertificatesResolver {
  constructor(
    private readonly queries: CertificatesQueries,
    private readonly printing: PrintingService,
    private readonly verification: Verification,
  ) {}

  @Query(() => [Certificate], { description: 'The caller’s own certificates, newest first.' })
  @Allow('CANDIDATE')
  myCertificates(@CurrentActor() actor: Actor): Promise<Certificate[]> {
    return this.queries.own(actor);
  }

  @Query(() => CertificateConnection, {
    description: 'Certificates of the caller’s office; with a step, those that wait for it.',
  })
  @Allow('PRINTER', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'INSTITUTION_ADMIN', 'AUDITOR')
  certificates(
    @CurrentActor() actor: Actor,
    @Args('step', { type: () => CertificateStep, nullable: true }) step: CertificateStep | null,
    @Args() page: PageArgs,
  ): Promise<CertificateConnection> {
    return this.queries.page(actor, step, page);
  }

  @Query(() => Certificate, { description: 'One certificate of the caller’s authority.' })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR')
  certificate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<Certificate> {
    return this.queries.byId(actor, id);
  }

  @Query(() => Certificate, {
    nullable: true,
    description: 'By its exact number, however spelt; null when the caller’s authority has none.',
  })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR')
  certificateByNumber(
    @CurrentActor() actor: Actor,
    @Args() { number }: CertificateNumberArgs,
  ): Promise<Certificate | null> {
    return this.queries.byNumber(actor, number);
  }

  @Mutation(() => AdvanceCertificateResult, {
    description: 'The printing desk: printed, then handed over or posted.',
  })
  @Allow('PRINTER')
  advanceCertificate(
    @CurrentActor() actor: Actor,
    @Args('input') input: AdvanceCertificateInput,
  ): Promise<typeof AdvanceCertificateResult> {
    return this.printing.advance(actor, input);
  }

  @Query(() => PublicCertificate, {
    nullable: true,
    description: 'By the code in the QR on the paper; null for an unknown code.',
  })
  @Allow('PUBLIC')
  publicCertificate(
    @CurrentActor() actor: Actor,
    @Args('code', { type: () => String }) code: string,
  ): Promise<PublicCertificate | null> {
    return this.verification.byCode(actor, code);
  }

  @Mutation(() => VerifyPublicResult, {
    description: 'By number and name together; a wrong name and an unknown number look the same.',
  })
  @Allow('PUBLIC')
  verifyPublic(
    @CurrentActor() actor: Actor,
    @Args('input') input: VerifyPublicInput,
  ): Promise<typeof VerifyPublicResult> {
    return this.verification.byNumberAndName(actor, input);
  }
}
