import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { RequestProofOfWorkDocument } from '@kaopu/graphql';
import type { TourBrowser } from './browser.ts';
import { expect } from './report.ts';

/** Solves a proof of work, the accessible alternative to the picture code. */
export async function humanCheck(browser: TourBrowser): Promise<{ altcha: string }> {
  const { requestProofOfWork } = await browser.send(RequestProofOfWorkDocument, {});
  const challenge = requestProofOfWork.challenge as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  expect(solution !== null, 'the proof of work has no solution');
  return { altcha: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
}
