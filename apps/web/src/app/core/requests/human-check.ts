import { inject, Service, type Signal } from '@angular/core';
import { type SchemaPath, validate } from '@angular/forms/signals';
import { RequestCaptchaDocument, RequestProofOfWorkDocument } from '@kaopu/graphql';
import type { CaptchaPicture, HumanCheckValue } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { send } from './send.js';

/** Fetches what the human check shows: a picture or a calculation's task. */
@Service({ autoProvided: false })
export class HumanCheckSource {
  private readonly apollo = inject(Apollo);

  readonly picture = async (): Promise<CaptchaPicture> =>
    (await send(this.apollo, RequestCaptchaDocument, {})).requestCaptcha;

  readonly challenge = async (): Promise<unknown> =>
    (await send(this.apollo, RequestProofOfWorkDocument, {})).requestProofOfWork.challenge;
}

/**
 * The rule of every form with a human check: it was answered in one way or the other.
 *
 * @param emptied true while a refusal has just emptied it.
 */
export function answered(path: SchemaPath<HumanCheckValue>, emptied: Signal<boolean>): void {
  validate(path, ({ value }) => {
    const { altcha, captchaText } = value();
    return emptied() || altcha !== null || (captchaText ?? '') !== ''
      ? undefined
      : { kind: 'required', message: 'app.error.humanCheck' };
  });
}
