import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../access/authenticator.js';
import { compiledExecution } from './compiled-execution.plugin.js';
import { costPlugin } from './cost.plugin.js';
import { asGraphQLError, earlyAccident } from './early-accident.js';
import { errorsPlugin, publishErrors } from './errors.plugin.js';
import { LIMITS, documentLimits } from './limits.js';
import type { RequestContext } from './request-context.js';
import { UserError } from './user-error.js';

/** How every schema of ours is built, whether served or only printed. */
export const SCHEMA_OPTIONS = {
  sortSchema: true,
  buildSchemaOptions: {
    dateScalarMode: 'isoDate' as const,
    noDuplicatedFields: true,
    orphanedTypes: [UserError],
  },
};

/** `/graphql`: our own app's schema, code-first, with its limits. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Authenticator],
      useFactory: (authenticator: Authenticator) => ({
        ...SCHEMA_OPTIONS,
        path: '/graphql',
        autoSchemaFile: true,
        playground: false,
        graphiql: false,
        introspection: false,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: true,
        csrfPrevention: true,
        parseOptions: { maxLexicalTokens: LIMITS.tokens },
        validationRules: [documentLimits],
        plugins: [
          costPlugin,
          errorsPlugin,
          compiledExecution(publishErrors),
          // Its book-keeping per field is paid by every answer, and none of ours may be cached.
          ApolloServerPluginCacheControlDisabled(),
        ],
        context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
          try {
            return { actor: await authenticator.actorOf(request), request, reply };
          } catch (thrown) {
            throw asGraphQLError(earlyAccident(request, reply, thrown));
          }
        },
      }),
    }),
  ],
})
export class GraphqlApiModule {}
