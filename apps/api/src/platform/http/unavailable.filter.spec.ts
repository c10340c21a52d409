import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { UnavailableFilter } from './unavailable.filter.js';

describe('The filter of controllers', () => {
  const CODES = ['ECONNREFUSED', 'ER_CON_COUNT_ERROR'];

  it.each(CODES)('tells %s, which the driver throws, as everywhere else', async (code) => {
    const http = Fastify();
    http.get('/', (request, reply) => {
      const host = new ExecutionContextHost([request, reply]);
      new UnavailableFilter().catch(Object.assign(new Error('refused'), { code }), host);
    });
    const answer = await http.inject('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    await http.close();
  });
});
