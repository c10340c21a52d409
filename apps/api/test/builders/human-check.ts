import { RequestCaptchaDocument, type HumanCheckInput } from '@kaopu/graphql';
import { CaptchaText } from '../../src/auth/human-check/captcha-text.js';
import type { ApiClient } from '../support/api-client.js';
import type { ApiHarness } from '../support/api-harness.js';

export const KNOWN_TEXT = 'KX7M3';

/** From here on every picture of this server shows a text the test knows; all else is real. */
export function withKnownCaptchas(api: ApiHarness): void {
  api.app.get(CaptchaText).next = () => KNOWN_TEXT;
}

/** A picture code, asked for and read. */
export async function solvedCaptcha(browser: ApiClient): Promise<HumanCheckInput> {
  const { requestCaptcha } = await browser.send(RequestCaptchaDocument);
  return { captchaId: requestCaptcha.id, captchaText: KNOWN_TEXT };
}
