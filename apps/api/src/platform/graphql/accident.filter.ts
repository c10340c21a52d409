import { Catch, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError } from 'graphql';

/**
 * Hands accidents on as they are. Nest would log each as an error of the server, and a log full of
 * people whose session ended hides what went wrong.
 */
@Catch(GraphQLError)
export class AccidentFilter implements ExceptionFilter<GraphQLError> {
  /** @returns the error itself: GraphQL takes an error for a result as one that was thrown. */
  catch(accident: GraphQLError): GraphQLError {
    return accident;
  }
}
