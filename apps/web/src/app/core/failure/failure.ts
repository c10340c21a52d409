import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What a page shows when a request failed: message keys, never a server's prose. */
export interface Failure {
  readonly key: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Finds the request in the server's log; the reader can copy it. */
  readonly traceId: string | undefined;
  /** Whether trying again may help. */
  readonly retryable: boolean;
}

const KNOWN_CODES: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VALIDATION',
  'RATE_LIMITED',
  'CONFLICT',
  'FILE_TOO_LARGE',
  'QUERY_TOO_COMPLEX',
  'DOCUMENT_UNKNOWN',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
]);

const RETRYABLE: ReadonlySet<string> = new Set([
  'NETWORK',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
]);

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'FILE_TOO_LARGE',
  429: 'RATE_LIMITED',
  502: 'SERVICE_UNAVAILABLE',
  503: 'SERVICE_UNAVAILABLE',
  504: 'SERVICE_UNAVAILABLE',
};

/** Turns whatever a request threw into words for people; anything unknown is INTERNAL, or NETWORK without an answer. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    return failure(textOf(extensions['code']), extensions);
  }
  if (ServerError.is(error)) {
    return failure(CODE_OF_STATUS[error.statusCode] ?? 'INTERNAL', {
      traceId: error.response.headers.get('x-request-id') ?? undefined,
    });
  }
  return failure('NETWORK', {});
}

function failure(code: string | undefined, extensions: Record<string, unknown>): Failure {
  const shown =
    code === 'NETWORK' || (code !== undefined && KNOWN_CODES.has(code)) ? code : 'INTERNAL';
  return {
    key: `failure.${shown}`,
    params: { seconds: extensions['retryAfterSeconds'] ?? 60 },
    traceId: textOf(extensions['traceId']) ?? textOf(extensions['requestId']),
    retryable: RETRYABLE.has(shown),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
