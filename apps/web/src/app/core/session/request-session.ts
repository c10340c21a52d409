import type { Injector } from '@angular/core';
import { RefreshSessionDocument, type SessionGrantFragment } from '@kaopu/graphql';
import { firstValueFrom } from 'rxjs';

import { SHARED_APOLLO } from '../graphql/connection.js';
import { asVisitor } from '../graphql/session-link.js';

/** One refresh request; undefined when the server refuses. Loaded only when somebody may be signed in. */
export async function requestSession(
  injector: Injector,
): Promise<SessionGrantFragment | undefined> {
  const { data } = await firstValueFrom(
    injector.get(SHARED_APOLLO).mutate({
      mutation: RefreshSessionDocument,
      context: asVisitor(),
      fetchPolicy: 'no-cache',
    }),
  );
  const result = data?.refreshSession;
  return result?.__typename === 'Session' ? result : undefined;
}
