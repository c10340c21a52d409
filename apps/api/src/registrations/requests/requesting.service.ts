import { Injectable } from '@nestjs/common';
import {
  applicationType,
  isApplicationTypeCode,
  isCertificateRequest,
  type ApplicationType,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import {
  IssuedCertificates,
  type IssuedCertificate,
} from '../../certificates/issued-certificates.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Transactions } from '../../platform/database/transactions.js';
import { accident } from '../../platform/graphql/accident.js';
import type { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { invalid, refuse, say } from '../../platform/i18n/refuse.js';
import { NotEligibleError } from '../cases/application.errors.js';
import { LIVE_REQUEST_KEY } from '../cases/application.entity.js';
import type { StartCertificateRequestInput } from './certificate-request.inputs.js';
import { CaseFacts, type Standing } from '../cases/case-facts.js';
import { CaseMaterials } from '../cases/case-materials.js';
import type { EligibilityReport } from '../applying/eligibility.type.js';
import { eligibilityReport } from '../applying/eligibility-view.js';
import { FiledPersons } from '../cases/filed-persons.js';
import { NewCases } from '../applying/new-cases.js';
import { OpenRequests } from './open-requests.js';

/** Begins reissues and changes of a certificate (manual ch. 8, 9): one at a time for each certificate. */
@Injectable()
export class RequestingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly certificates: IssuedCertificates,
    private readonly facts: CaseFacts,
    private readonly persons: FiledPersons,
    private readonly materials: CaseMaterials,
    private readonly cases: NewCases,
    private readonly open: OpenRequests,
    private readonly clock: Clock,
  ) {}

  /**
   * What the rules say about asking this for a certificate of the caller's, before anything exists;
   * null for a type that is no request.
   *
   * @throws NOT_FOUND when the certificate is not there or not the caller's: the same answer.
   */
  async eligibility(
    actor: Actor,
    typeCode: string,
    certificateId: string,
  ): Promise<EligibilityReport | null> {
    const type = requestType(typeCode);
    if (!type) return null;
    const certificate = await this.own(actor, certificateId);
    const standing = await this.standing(actor, type, certificate);
    const { itemCode } = firstItem(certificate);
    const rules = await this.materials.of({ type, itemCode, ruleDate: null });
    return eligibilityReport(actor, standing, rules);
  }

  /** @returns the new application's id, or why not. @throws NOT_FOUND for a certificate that is not the caller's. */
  async start(
    actor: Actor,
    input: StartCertificateRequestInput,
  ): Promise<string | InvalidInputError | NotEligibleError | RefusedError> {
    const { idempotencyKey, certificateId } = input;
    const type = requestType(input.type);
    if (!type) return invalid(actor, [{ path: 'type', key: 'problem.choice' }]);
    const certificate = await this.own(actor, certificateId);
    const standing = await this.standing(actor, type, certificate);
    try {
      return await this.transactions.run<NotEligibleError>(
        { actor, operation: 'startCertificateRequest', idempotencyKey, input },
        async (tx) => {
          if (!standing.report.eligible) {
            const { verdicts } = eligibilityReport(actor, standing, new Map());
            return new NotEligibleError(say(actor, 'error.NOT_ELIGIBLE'), verdicts);
          }
          const { itemCode } = firstItem(certificate);
          return this.cases.begin(tx, actor, { type, itemCode, certificateId, answers: {} });
        },
      );
    } catch (thrown) {
      if (!isUniqueViolation(thrown, LIVE_REQUEST_KEY)) throw thrown;
      return this.alreadyOpen(actor, certificateId);
    }
  }

  /** Somebody was faster; says which request it is. */
  private async alreadyOpen(actor: Actor, certificateId: string): Promise<RefusedError> {
    const [open] = await this.open.ofCertificate(certificateId, null);
    if (!open) return refuse(actor, 'CONFLICT');
    const type = say(actor, `applicationType.${open.type}.name`);
    return refuse(actor, 'STATE_INVALID', 'refusal.openRequest', { type, number: open.number });
  }

  private async standing(
    actor: Actor,
    type: ApplicationType,
    certificate: IssuedCertificate,
  ): Promise<Standing> {
    return this.facts.standing({
      type,
      itemCode: firstItem(certificate).itemCode,
      certificate,
      accountId: actor.id,
      applicationId: null,
      submittedAt: null,
      person: await this.persons.live(actor.id),
      answers: {},
      ruleDate: this.clock.today(),
      planId: null,
    });
  }

  private async own(actor: Actor, id: string): Promise<IssuedCertificate> {
    const certificate = (await this.certificates.byIds(this.dataSource.manager, [id])).get(id);
    if (certificate?.holderAccountId !== actor.id) throw accident('NOT_FOUND');
    return certificate;
  }
}

function requestType(code: string): ApplicationType | null {
  if (!isApplicationTypeCode(code)) return null;
  const type = applicationType(code);
  return isCertificateRequest(type.registrationType) ? type : null;
}

/** The item a request is filed under. @throws Error for a certificate without items; the register has none. */
function firstItem({ id, items: [first] }: IssuedCertificate): IssuedCertificate['items'][number] {
  if (!first) throw new Error(`Certificate ${id} has no item.`);
  return first;
}
