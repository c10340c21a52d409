import type { RequestContext } from '../platform/graphql/request-context.js';

/** What resolvers of the partner schema find in their context. */
export interface PartnerContext extends RequestContext {
  readonly scopes: readonly string[];
}
