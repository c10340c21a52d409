import { Injectable } from '@nestjs/common';
import {
  APPLICATION_TYPES,
  isCertificateRequest,
  notInForce,
  openRequestObjection,
  renderText,
} from '@kaopu/domain';
import DataLoader from 'dataloader';
import type { Certificate } from '../../certificates/certificate.type.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { CertificateRequestChoice } from './certificate-request.type.js';
import { OpenRequests } from './open-requests.js';

type Open = Awaited<ReturnType<OpenRequests['ofCertificates']>>;
type OpenOfOne = NonNullable<ReturnType<Open['get']>>;

const REQUEST_TYPES = APPLICATION_TYPES.filter(({ registrationType }) =>
  isCertificateRequest(registrationType),
);

/** What holders may ask for their certificates, for all certificates one answer shows together. */
@Injectable()
export class RequestChoices {
  private readonly loaders = new WeakMap<RequestContext, DataLoader<string, OpenOfOne>>();

  constructor(
    private readonly open: OpenRequests,
    private readonly clock: Clock,
  ) {}

  /** Empty for everybody but candidates, who only see their own certificates. */
  async of(context: RequestContext, certificate: Certificate): Promise<CertificateRequestChoice[]> {
    const { actor } = context;
    if (!actor.roles.includes('CANDIDATE')) return [];
    const open = await this.openOf(context, certificate.id);
    return REQUEST_TYPES.map(({ code }) => this.choice(actor, certificate, open, code));
  }

  private choice(
    actor: Actor,
    { status, items }: Certificate,
    open: OpenOfOne,
    type: string,
  ): CertificateRequestChoice {
    const [validTo = ''] = items
      .map((item) => item.validTo)
      .toSorted()
      .toReversed();
    // EXPIRED is VALID in the register: it follows from the dates, which the rule looks at itself.
    const facts = { status: status === 'EXPIRED' ? 'VALID' : status, validTo } as const;
    const objection = notInForce(facts, this.clock.today()) ?? openRequestObjection(open);
    return {
      type,
      allowed: objection === null,
      whyNot:
        objection &&
        renderText(actor.request.language, { key: objection.messageKey, params: objection.params }),
      openApplicationId: open.find((one) => one.type === type)?.id ?? null,
    };
  }

  private openOf(context: RequestContext, certificateId: string): Promise<OpenOfOne> {
    let loader = this.loaders.get(context);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const found = await this.open.ofCertificates(ids);
        return ids.map((id) => found.get(id) ?? []);
      });
      this.loaders.set(context, loader);
    }
    return loader.load(certificateId);
  }
}
