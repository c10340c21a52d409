import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { PartnerContext } from './partner-context.js';
import { partnerError } from './partner-errors.js';
import { PartnerScope } from './partner-scope.js';
import { verification, verifyCertificateInput } from './partner-types.js';
import type { PartnerVerification, VerifyCertificateInput } from './partner-verification.js';

/**
 * The schema for other systems. Built apart from the application's own with plain graphql-js, so that
 * no type of either can leak into the other; libs/graphql/integration.graphql is its golden copy.
 */
export const partnerSchema = (
  partnerVerification: Pick<PartnerVerification, 'verify'>,
): GraphQLSchema =>
  new GraphQLSchema({
    description: 'Kaopu for other systems. Start at docs/integrators.md.',
    query: new GraphQLObjectType<unknown, PartnerContext>({
      name: 'Query',
      fields: {
        verifyCertificate: {
          type: new GraphQLNonNull(verification),
          description:
            'Whether a certificate covered an item over whole days. Scope `certificates:verify`.',
          args: { input: { type: new GraphQLNonNull(verifyCertificateInput) } },
          resolve: (_root, { input }: { input: VerifyCertificateInput }, { actor, scopes }) => {
            if (!scopes.includes(PartnerScope.VERIFY_CERTIFICATES)) {
              throw partnerError('SCOPE_MISSING', 403, {
                needed: PartnerScope.VERIFY_CERTIFICATES,
              });
            }
            return partnerVerification.verify(actor, input);
          },
        },
      },
    }),
  });
