import type { ApiHarness } from '../support/api-harness.js';

interface Message {
  readonly purpose: string;
  readonly body: string;
}

/** What arrived at a phone, newest first, as a person would read it there. */
export async function messagesAt(api: ApiHarness, phone: string): Promise<readonly Message[]> {
  await api.deliver();
  const response = await api.browser().fetch(`/demo/messages.json?phone=${phone}`);
  return (await response.json()) as readonly Message[];
}

/** What arrived in a mailbox, newest first. */
export async function mailsAt(
  api: ApiHarness,
  address: string,
): Promise<readonly (Message & { readonly subject: string })[]> {
  await api.deliver();
  const response = await api.browser().fetch(`/demo/mails.json?address=${address}`);
  return (await response.json()) as readonly (Message & { readonly subject: string })[];
}

/** The newest code at a phone. @throws Error when there is none. */
export async function codeAt(api: ApiHarness, phone: string): Promise<string> {
  const newest = (await messagesAt(api, phone)).find(({ purpose }) => purpose.endsWith('_CODE'));
  const code = /\d{6}/.exec(newest?.body ?? '')?.[0];
  if (!code) throw new Error(`No code arrived at ${phone}.`);
  return code;
}

/** Six digits, each another than the right ones. */
export const otherThan = (code: string): string =>
  [...code].map((digit) => String((Number(digit) + 1) % 10)).join('');
