import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Certificate } from '../../certificates/certificate.type.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentActor, CurrentContext } from '../../platform/access/current-actor.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { StartApplicationResult } from '../cases/application.errors.js';
import { StartCertificateRequestInput } from './certificate-request.inputs.js';
import { CertificateRequestChoice } from './certificate-request.type.js';
import { EligibilityReport } from '../applying/eligibility.type.js';
import { RequestChoices } from './request-choices.js';
import { Requests } from './requests.js';

/** 证书补发 and 证书信息变更 (manual ch. 8, 9): begun here, then the same as every other case. */
@Resolver(() => Certificate)
export class CertificateRequestsResolver {
  constructor(
    private readonly requests: Requests,
    private readonly choices: RequestChoices,
  ) {}

  @Query(() => EligibilityReport, {
    description: 'May this be asked for the caller’s certificate, and which papers it takes.',
  })
  @Allow('CANDIDATE')
  certificateRequestEligibility(
    @CurrentActor() actor: Actor,
    @Args('type', { type: () => String }) type: string,
    @Args('certificateId', { type: () => ID }) certificateId: string,
  ): Promise<EligibilityReport> {
    return this.requests.eligibility(actor, type, certificateId);
  }

  @Mutation(() => StartApplicationResult, {
    description: 'Begins a reissue or change; one at a time for each certificate.',
  })
  @Allow('CANDIDATE')
  startCertificateRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: StartCertificateRequestInput,
  ): Promise<typeof StartApplicationResult> {
    return this.requests.start(actor, input);
  }

  @ResolveField(() => [CertificateRequestChoice], {
    description: 'What its holder may ask for it; empty for everybody else.',
  })
  requestChoices(
    @CurrentContext() context: RequestContext,
    @Parent() certificate: Certificate,
  ): Promise<CertificateRequestChoice[]> {
    return this.choices.of(context, certificate);
  }
}
