import { GraphQLError } from 'graphql';
import type { ErrorCode } from '@kaopu/domain';

/**
 * Something the caller cannot act on inside the schema (not signed in, not theirs, not there):
 * leaves through `errors[]` with a stable code. "Not mine" and "not there" are both NOT_FOUND.
 */
export function accident(code: ErrorCode): GraphQLError {
  return new GraphQLError(code, { extensions: { code } });
}
