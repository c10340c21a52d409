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

/** The newest code at a phone. @throws Error when there is none. */
export async function codeAt(api: ApiHarness, phone: string): Promise<string> {
  const [newest] = await messagesAt(api, phone);
  const code = /\d{6}/.exec(newest?.body ?? '')?.[0];
  if (!code) throw new Error(`No code arrived at ${phone}.`);
  return code;
}

/** Six digits, each another than the right ones. */
export const otherThan = (code: string): string =>
  [...code].map((digit) => String((Number(digit) + 1) % 10)).join('');
