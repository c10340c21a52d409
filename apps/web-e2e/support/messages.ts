import { type APIRequestContext, expect } from '@playwright/test';

interface DemoMessage {
  readonly purpose: string;
  readonly body: string;
}

/** What arrived at a phone but notices, newest first, read where the demonstration shows its text messages. */
export async function messagesOf(
  request: APIRequestContext,
  phone: string,
): Promise<readonly DemoMessage[]> {
  const answer = await request.get(`/demo/messages.json?phone=${phone}`);
  const messages = (await answer.json()) as readonly DemoMessage[];
  return messages.filter(({ purpose }) => !purpose.startsWith('NOTICE_'));
}

/** The six-digit code of the message that comes after the first `known` ones. */
export async function nextCode(
  request: APIRequestContext,
  phone: string,
  known: number,
): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(async () => {
      const messages = await messagesOf(request, phone);
      const [newest] = messages.slice(0, messages.length - known);
      code = /\d{6}/.exec(newest?.body ?? '')?.[0];
      return code;
    })
    .toBeDefined();
  return code ?? '';
}
