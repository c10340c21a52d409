import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Logger } from '@nestjs/common';
import { ErrorCode } from '@kaopu/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../platform/database/database-errors.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { say } from '../platform/i18n/refuse.js';
import { integrationText, type IntegrationTextKey } from './integration-texts.js';
import type { PartnerRefusal } from './partner-access.js';

const logger = new Logger('Integration');

/** Codes only the partner interface has. */
const OWN_CODES: ReadonlySet<string> = new Set<PartnerRefusal | 'SCOPE_MISSING'>([
  'TOKEN_MISSING',
  'TOKEN_EXPIRED',
  'CLIENT_EXPIRED',
  'CLIENT_REVOKED',
  'SCOPE_MISSING',
]);
const ABOUT_DOCUMENT: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Something the asking system got wrong; put into words when it leaves. */
export function partnerError(
  code: PartnerRefusal | 'SCOPE_MISSING' | 'VALIDATION' | 'RATE_LIMITED',
  status: number,
  details: Readonly<Record<string, string | number>> = {},
): GraphQLError {
  return new GraphQLError(code, { extensions: { ...details, code, http: { status } } });
}

/** The sentence for a code of ours; `reason` narrows VALIDATION down. */
export function partnerMessage(
  actor: RequestContext['actor'],
  code: string,
  reason?: unknown,
): string {
  const { language } = actor.request;
  if (typeof reason === 'string')
    return integrationText(language, `partner.${reason}` as IntegrationTextKey);
  if (OWN_CODES.has(code))
    return integrationText(language, `partner.${code}` as IntegrationTextKey);
  return say(actor, `error.${code}`);
}

/** Compiled execution leaves the extensions of a plain error out. */
const extensionsOf = (error: GraphQLError): GraphQLError['extensions'] =>
  (error as { extensions?: GraphQLError['extensions'] }).extensions ?? {};

/** Apollo puts a code of its own over that of a rule which refused the document; ours lies beneath. */
function codeOf(error: GraphQLError): string {
  const extensions = extensionsOf(error);
  const { originalError } = error;
  const beneath = originalError instanceof GraphQLError ? originalError.extensions['code'] : null;
  const known = [beneath, extensions['code']].find(isPublished);
  if (known) return known;
  const { code } = extensions;
  if (typeof code === 'string' && ABOUT_DOCUMENT.has(code)) return 'VALIDATION';
  return isUnavailable(originalError) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL';
}

const isPublished = (code: unknown): code is string =>
  typeof code === 'string' && code !== 'INTERNAL' && (OWN_CODES.has(code) || code in ErrorCode);

/** Every error leaves with a stable code, a sentence and a trace id; the cause stays in the log. */
export function publishPartnerErrors(
  errors: readonly GraphQLError[],
  { actor }: RequestContext,
): GraphQLFormattedError[] {
  const traceId = actor.request.id;
  return errors.map((error): GraphQLFormattedError => {
    const code = codeOf(error);
    if (code === 'INTERNAL') logger.error({ traceId, err: error.originalError ?? error });
    const { reason, index, retryAfterSeconds } = extensionsOf(error);
    const isAboutDocument = code === 'VALIDATION' && reason === undefined;
    return {
      message: isAboutDocument ? error.message : partnerMessage(actor, code, reason),
      ...(error.path && { path: error.path }),
      ...(error.locations && isAboutDocument && { locations: error.locations }),
      extensions: {
        code,
        traceId,
        ...(reason !== undefined && { reason }),
        ...(index !== undefined && { index }),
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      },
    };
  });
}

/** Publishes what Apollo itself refused or executed. */
export const partnerErrorsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      willSendResponse({ response, errors, contextValue }) {
        const { body } = response;
        if (body.kind !== 'single' || !errors || errors.length === 0) return Promise.resolve();
        body.singleResult.errors = publishPartnerErrors(errors, contextValue);
        return Promise.resolve();
      },
    });
  },
};
