import { HttpHeaders } from '@angular/common/http';
import { inject } from '@angular/core';
import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { catchError, defer, from, mergeMap, type Observable, of, throwError } from 'rxjs';

import { LanguageChoice } from '../i18n/language-choice.js';
import { Interruption } from '../session/interruption.js';
import { Session } from '../session/session.js';

const VISITOR = 'asVisitor';

/** What an operation gets that was begun for a person who is not here any more. */
const SESSION_OVER: ApolloLink.Result = {
  data: null,
  errors: [{ message: 'The session is over', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** Apollo context of an operation that never carries a token and is never repeated with a new one. */
export function asVisitor(): Record<string, unknown> {
  return { [VISITOR]: true };
}

/**
 * Puts language and access token on every operation. On UNAUTHENTICATED it renews the session and
 * repeats the operation once; if the session is over, the operation waits until its person has signed in
 * again. An operation is never repeated for somebody else.
 */
export function sessionLink(): ApolloLink {
  const session = inject(Session);
  const interruption = inject(Interruption);
  const language = inject(LanguageChoice);

  const send = (
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> => {
    const token = operation.getContext()[VISITOR] ? undefined : session.accessToken();
    let headers = new HttpHeaders({
      'apollo-require-preflight': 'true',
      'accept-language': language.current(),
    });
    if (token !== undefined) {
      headers = headers.set('authorization', `Bearer ${token}`);
    }
    operation.setContext({ headers });
    return forward(operation);
  };

  return new ApolloLink((operation, forward) => {
    const attempt = defer(() => send(operation, forward));
    const person = interruption.personId;
    if (operation.getContext()[VISITOR] || person === undefined) {
      return attempt;
    }
    const again = async () => (await interruption.resume()) && session.viewer()?.id === person;
    if (!session.signedIn()) {
      return from(again()).pipe(mergeMap((alive) => (alive ? attempt : of(SESSION_OVER))));
    }
    return attempt.pipe(
      mergeMap((result) =>
        needsLogIn(result.errors)
          ? from(again()).pipe(mergeMap((alive) => (alive ? attempt : of(result))))
          : of(result),
      ),
      catchError((failure: unknown) =>
        isUnauthenticated(failure)
          ? from(again()).pipe(mergeMap((alive) => (alive ? attempt : throwError(() => failure))))
          : throwError(() => failure),
      ),
    );
  });
}

function needsLogIn(
  errors: readonly { extensions?: Record<string, unknown> }[] | undefined,
): boolean {
  return errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
}

function isUnauthenticated(failure: unknown): boolean {
  return (
    (CombinedGraphQLErrors.is(failure) && needsLogIn(failure.errors)) ||
    (ServerError.is(failure) && failure.statusCode === 401)
  );
}
