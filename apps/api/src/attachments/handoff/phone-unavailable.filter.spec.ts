import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { PhoneUnavailableFilter } from './phone-unavailable.filter.js';

async function told(headers: Readonly<Record<string, string>>) {
  const http = Fastify();
  http.get('/', (request, reply) => {
    const host = new ExecutionContextHost([request, reply]);
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    new PhoneUnavailableFilter().catch(refused, host);
  });
  const answer = await http.inject({ url: '/', headers });
  await http.close();
  expect(answer.statusCode).toBe(503);
  return answer;
}

describe('The phone while the database does not answer', () => {
  it('shows a page in the language of the browser', async () => {
    expect((await told({})).body).toContain('<h1>服务暂时不可用</h1>');
    const english = await told({ 'accept-language': 'en' });
    expect(english.headers['content-type']).toContain('text/html');
    expect(english.body).toContain('temporarily not available');
  });

  it('tells its script, which keeps the file', async () => {
    const answer = await told({ 'x-requested-with': 'phone' });
    expect(answer.json()).toEqual({
      problem: '文件没有发送成功。请稍后再试；仍不行的，请在电脑上直接选择文件。',
    });
  });
});
