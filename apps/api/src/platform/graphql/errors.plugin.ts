import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { HttpException, Logger } from '@nestjs/common';
import { ErrorCode, text } from '@kaopu/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isRetryable, isUnavailable } from '../database/database-errors.js';
import type { RequestContext } from './request-context.js';

const logger = new Logger('GraphQL');

/** Refusals of the document itself. */
const ABOUT_DOCUMENT: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Codes of Apollo's own refusals, told with ours. */
const TRANSLATED: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'VALIDATION',
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION',
  BAD_USER_INPUT: 'VALIDATION',
  BAD_REQUEST: 'VALIDATION',
  OPERATION_RESOLUTION_FAILURE: 'VALIDATION',
  PERSISTED_QUERY_NOT_FOUND: 'VALIDATION',
};

function codeOf(error: GraphQLError): ErrorCode {
  const { originalError } = error;
  // Apollo puts a code of its own over that of a rule which refused the document; ours lies beneath.
  if (originalError instanceof GraphQLError && isOurs(originalError.extensions['code'])) {
    return originalError.extensions['code'];
  }
  const code = error.extensions['code'];
  if (typeof code === 'string') {
    if (isOurs(code)) return code;
    const translated = TRANSLATED[code];
    if (translated) return translated;
  }
  const cause = error.originalError;
  if (isClientFault(cause)) return 'VALIDATION';
  return isUnavailable(cause) || isRetryable(cause) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL';
}

const isOurs = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && code in ErrorCode && code !== 'INTERNAL';

/** Nest's pipes and graphql-upload tell of a bad request by an error with a 4xx status. */
function isClientFault(cause: unknown): boolean {
  if (cause instanceof HttpException) return cause.getStatus() < 500;
  if (!(cause instanceof Error) || !('status' in cause)) return false;
  return typeof cause.status === 'number' && cause.status >= 400 && cause.status < 500;
}

/** Messages of broken documents help the programmer and hold nothing of ours; all others are ours. */
function messageOf(error: GraphQLError, code: ErrorCode, context: RequestContext): string {
  return ABOUT_DOCUMENT.has(error.extensions['code'])
    ? error.message
    : text(context.actor.request.language, `error.${code}`, {});
}

/** Errors as they leave: a stable code, a sentence and a trace id; the cause stays in the log. */
export function toldErrors(
  errors: readonly GraphQLError[],
  context: RequestContext,
): GraphQLFormattedError[] {
  const traceId = context.actor.request.id;
  return errors.map((error) => {
    const code = codeOf(error);
    if (code === 'INTERNAL') logger.error({ traceId, err: error.originalError ?? error });
    return {
      message: messageOf(error, code, context),
      ...(error.path && { path: error.path }),
      ...(error.locations && code === 'VALIDATION' && { locations: error.locations }),
      extensions: { code, traceId },
    };
  });
}

/** Puts every answer's errors into those words. */
export const errorsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      willSendResponse({ response, errors, contextValue }) {
        const { body } = response;
        if (body.kind !== 'single' || !errors || errors.length === 0) return Promise.resolve();
        body.singleResult.errors = toldErrors(errors, contextValue);
        return Promise.resolve();
      },
    });
  },
};
