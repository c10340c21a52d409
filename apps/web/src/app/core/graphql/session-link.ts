import { HttpHeaders } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { catchError, defer, from, mergeMap, type Observable, of, throwError } from 'rxjs';

import { LanguageChoice } from '../i18n/language-choice.js';
import { Session } from '../session/session.js';
import { LOG_IN_PATHS } from '../session/session-paths.js';
import { SessionRenewal } from '../session/session-renewal.js';

const VISITOR = 'asVisitor';

/** Apollo context of an operation that never carries a token and is never repeated with a new one. */
export function asVisitor(): Record<string, unknown> {
  return { [VISITOR]: true };
}

/**
 * Puts language and access token on every operation. On UNAUTHENTICATED it renews the session and
 * repeats the operation once; if the session is over, the person is sent to log in and back.
 */
export function sessionLink(): ApolloLink {
  const session = inject(Session);
  const renewal = inject(SessionRenewal);
  const language = inject(LanguageChoice);
  const router = inject(Router);

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

  const renewed = async (): Promise<boolean> => {
    const side = session.side();
    const alive = await renewal.renew();
    if (!alive && side) {
      await router.navigate([LOG_IN_PATHS[side]], {
        queryParams: { returnUrl: router.url, reason: 'expired' },
      });
    }
    return alive;
  };

  return new ApolloLink((operation, forward) => {
    const attempt = defer(() => send(operation, forward));
    if (operation.getContext()[VISITOR] || !session.signedIn()) {
      return attempt;
    }
    return attempt.pipe(
      mergeMap((result) =>
        needsLogIn(result.errors)
          ? from(renewed()).pipe(mergeMap((alive) => (alive ? attempt : of(result))))
          : of(result),
      ),
      catchError((failure: unknown) =>
        isUnauthenticated(failure)
          ? from(renewed()).pipe(mergeMap((alive) => (alive ? attempt : throwError(() => failure))))
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
