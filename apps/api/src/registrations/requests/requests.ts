import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import type { StartApplicationResult } from '../cases/application.errors.js';
import { CasePages } from '../cases/case-pages.js';
import type { StartCertificateRequestInput } from './certificate-request.inputs.js';
import type { EligibilityReport } from '../applying/eligibility.type.js';
import { RequestingService } from './requesting.service.js';

/** A holder's first step of a request about a certificate, answered with the case as it is afterwards. */
@Injectable()
export class Requests {
  constructor(
    private readonly requesting: RequestingService,
    private readonly pages: CasePages,
  ) {}

  /** @throws NOT_FOUND for a type that is no request, and for a certificate that is not the caller's. */
  async eligibility(actor: Actor, type: string, certificateId: string): Promise<EligibilityReport> {
    const report = await this.requesting.eligibility(actor, type, certificateId);
    if (!report) throw accident('NOT_FOUND');
    return report;
  }

  async start(
    actor: Actor,
    input: StartCertificateRequestInput,
  ): Promise<typeof StartApplicationResult> {
    return this.pages.after(actor, await this.requesting.start(actor, input));
  }
}
