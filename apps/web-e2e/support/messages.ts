import { type APIRequestContext, expect } from '@playwright/test';

interface DemoMessage {
  readonly body: string;
}

/** The newest six-digit code sent to a phone, read where the demonstration shows its text messages. */
export async function newestCode(request: APIRequestContext, phone: string): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(async () => {
      const answer = await request.get(`/demo/messages.json?phone=${phone}`);
      const messages = (await answer.json()) as readonly DemoMessage[];
      code = messages.map(({ body }) => /\d{6}/.exec(body)?.[0]).find(Boolean);
      return code;
    })
    .toBeDefined();
  return code ?? '';
}
