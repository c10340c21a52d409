import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { Captchas } from './captchas.js';
import { Captcha, ProofOfWork } from './human-check.type.js';
import type { HumanCheckInput } from './human-check.inputs.js';
import { ProofsOfWork } from './proofs-of-work.js';

/** Per address; drawing a picture costs us some milliseconds. */
const PER_ADDRESS: Budget = { name: 'human-check.ip', points: 600, seconds: 300 };

/** Keeps programs from trying secrets cheaply: a picture code, or a proof of work (WCAG 2.2 SC 3.3.8). */
@Injectable()
export class HumanCheck {
  constructor(
    private readonly captchas: Captchas,
    private readonly proofs: ProofsOfWork,
    private readonly limits: RateLimits,
  ) {}

  /** @throws RATE_LIMITED for a flood from one address. */
  async captcha(actor: Actor): Promise<Captcha> {
    await this.spend(actor);
    return this.captchas.create();
  }

  /** @throws RATE_LIMITED for a flood from one address. */
  async proofOfWork(actor: Actor): Promise<ProofOfWork> {
    await this.spend(actor);
    return new ProofOfWork(await this.proofs.create());
  }

  /** Spends the answer, right or wrong; false when neither kind was given. */
  async verify({ altcha, captchaId, captchaText }: HumanCheckInput): Promise<boolean> {
    if (altcha) return this.proofs.isSolved(altcha);
    if (captchaId && captchaText) return this.captchas.isRight(captchaId, captchaText);
    return false;
  }

  private async spend(actor: Actor): Promise<void> {
    if ((await this.limits.use(PER_ADDRESS, actor.request.ip)) > 0) throw accident('RATE_LIMITED');
  }
}
