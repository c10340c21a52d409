import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Actor } from '../platform/access/actor.js';
import type { PartnerContext } from './partner-context.js';
import { partnerError } from './partner-errors.js';
import { PartnerScope } from './partner-scope.js';
import { listOf, verification, verifyCertificateInput } from './partner-types.js';
import type { PartnerVerification, VerifyCertificateInput } from './partner-verification.js';

/**
 * The schema for other systems. Built apart from the application's own with plain graphql-js, so that
 * no type of either can leak into the other; libs/graphql/integration.graphql is its golden copy.
 */
export const partnerSchema = (
  partnerVerification: Pick<PartnerVerification, 'verify' | 'verifyAll'>,
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
          resolve: (_root, { input }: { input: VerifyCertificateInput }, context) =>
            partnerVerification.verify(mayVerify(context), input),
        },
        verifyCertificates: {
          type: listOf(verification),
          description:
            'The same for up to 100 certificates, answered in the order asked; each counts as one question. One question that cannot be read refuses them all and is named by `index`. Scope `certificates:verify`.',
          args: { inputs: { type: listOf(verifyCertificateInput) } },
          resolve: (_root, { inputs }: { inputs: VerifyCertificateInput[] }, context) =>
            partnerVerification.verifyAll(mayVerify(context), inputs),
        },
      },
    }),
  });

/** @throws SCOPE_MISSING. @returns who asks. */
function mayVerify({ actor, scopes }: PartnerContext): Actor {
  if (scopes.includes(PartnerScope.VERIFY_CERTIFICATES)) return actor;
  throw partnerError('SCOPE_MISSING', 403, { needed: PartnerScope.VERIFY_CERTIFICATES });
}
