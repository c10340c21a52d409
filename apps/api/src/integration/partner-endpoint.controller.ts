import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  Controller,
  Post,
  Req,
  Res,
  UseFilters,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymous } from '../platform/access/actor.js';
import { compiledExecution } from '../platform/graphql/compiled-execution.plugin.js';
import { costPlugin } from '../platform/graphql/cost.plugin.js';
import { documentLimits, LIMITS } from '../platform/graphql/limits.js';
import { requestInfo } from '../platform/http/request-info.js';
import { UnavailableFilter } from '../platform/http/unavailable.filter.js';
import { PartnerAccess, type PartnerRefusal } from './partner-access.js';
import type { PartnerContext } from './partner-context.js';
import { partnerErrorsPlugin, partnerMessage, publishPartnerErrors } from './partner-errors.js';
import { partnerSchema } from './partner-schema.js';
import { PartnerVerification } from './partner-verification.js';

/**
 * `POST /integration/graphql`. Nothing, not even the schema, is answered without a good token;
 * the limits are those of our own endpoint.
 */
@Controller('integration/graphql')
@UseFilters(UnavailableFilter)
export class PartnerEndpointController implements OnModuleInit, OnApplicationShutdown {
  private readonly apollo: ApolloServer<PartnerContext>;

  constructor(
    private readonly access: PartnerAccess,
    verification: PartnerVerification,
  ) {
    this.apollo = new ApolloServer<PartnerContext>({
      schema: partnerSchema(verification),
      introspection: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: false,
      csrfPrevention: true,
      stopOnTerminationSignals: false,
      parseOptions: { maxLexicalTokens: LIMITS.tokens },
      validationRules: [documentLimits],
      plugins: [
        costPlugin,
        partnerErrorsPlugin,
        compiledExecution(publishPartnerErrors),
        ApolloServerPluginCacheControlDisabled(),
      ],
    });
  }

  async onModuleInit(): Promise<void> {
    await this.apollo.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.apollo.stop();
  }

  @Post()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const partner = await this.access.partnerOf(request);
    if (typeof partner === 'string') return this.refuse(request, reply, partner);
    const { status, headers, body } = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request),
        search: '',
        body: request.body,
      },
      context: () => Promise.resolve({ ...partner, request, reply }),
    });
    if (body.kind !== 'complete') throw new Error('The partner schema has no incremental answers.');
    await reply
      .code(status ?? 200)
      .headers(Object.fromEntries(headers))
      .send(body.string);
  }

  private async refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    code: PartnerRefusal,
  ): Promise<void> {
    const actor = anonymous(requestInfo(request));
    const message = partnerMessage(actor, code);
    await reply
      .code(401)
      .header('WWW-Authenticate', 'Bearer realm="kaopu", error="invalid_token"')
      .send({ errors: [{ message, extensions: { code, traceId: request.id } }] });
  }
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
