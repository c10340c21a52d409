import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describe, expect, it } from 'vitest';

import { ALL_TEXTS } from '../../../testing/texts.js';
import { failureOf } from './failure.js';

function graphql(extensions: Record<string, unknown>) {
  return new CombinedGraphQLErrors({ errors: [{ message: 'internal words', extensions }] });
}

function http(status: number) {
  const response = new Response('', { status, headers: { 'x-request-id': 'r-9' } });
  return new ServerError('x', { response, bodyText: '' });
}

describe('A failed request', () => {
  it.each([
    [graphql({ code: 'NOT_FOUND', requestId: 'r-1' }), 'NOT_FOUND', 'r-1', false],
    [graphql({ code: 'SERVICE_UNAVAILABLE' }), 'SERVICE_UNAVAILABLE', undefined, true],
    [graphql({ code: 'SOMETHING_NEW', requestId: 'r-2' }), 'INTERNAL', 'r-2', true],
    [graphql({}), 'INTERNAL', undefined, true],
    [http(413), 'FILE_TOO_LARGE', 'r-9', false],
    [http(503), 'SERVICE_UNAVAILABLE', 'r-9', true],
    [http(500), 'INTERNAL', 'r-9', true],
    [new Error('Http failure response: 0 Unknown Error'), 'NETWORK', undefined, true],
  ])('%s is shown as %s', (error, code, traceId, retryable) => {
    expect(failureOf(error)).toMatchObject({ key: `failure.${code}`, traceId, retryable });
    expect(Object.keys(ALL_TEXTS['zh-CN'].failure)).toContain(code);
  });
});
