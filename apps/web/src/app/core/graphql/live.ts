import { inject, Service } from '@angular/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { documentHash, persistedQuery } from '@kaopu/graphql';
import { type DocumentNode, print } from 'graphql';
import { Observable } from 'rxjs';

import { LanguageChoice } from '../i18n/language-choice.js';
import { Session } from '../session/session.js';
import { SessionRenewal } from '../session/session-renewal.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

/** The server refused the subscription: asking again would change nothing. */
class Refused extends Error {}

/**
 * Subscriptions over server-sent events (docs/adr/0012). A lost connection is taken up again by itself;
 * the server begins every stream with the state as it is, so that nothing is missed meanwhile.
 */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly renewal = inject(SessionRenewal);
  private readonly language = inject(LanguageChoice);

  /** Completes when the server says it is over; errors only when it refuses. `reconnecting` is told of gaps. */
  watch<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    reconnecting: (isLost: boolean) => void = () => undefined,
  ): Observable<Data> {
    return new Observable<Data>((observer) => {
      const control = new AbortController();
      const run = async (): Promise<void> => {
        let pause = FIRST_PAUSE;
        let hasRenewed = false;
        while (!control.signal.aborted) {
          try {
            const response = await this.request(document, variables, control.signal);
            reconnecting(false);
            pause = FIRST_PAUSE;
            hasRenewed = false;
            if (await readEvents(response, (data) => observer.next(data as Data))) {
              observer.complete();
              return;
            }
          } catch (failure) {
            if (failure instanceof Refused) {
              // The access token may have run out while nobody was connected.
              if (hasRenewed || !this.session.signedIn() || !(await this.renewed())) {
                observer.error(failure);
                return;
              }
              hasRenewed = true;
              continue;
            }
          }
          reconnecting(!control.signal.aborted);
          await new Promise((resolve) => setTimeout(resolve, pause));
          pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
      };
      void run();
      return () => {
        control.abort();
      };
    });
  }

  private renewed(): Promise<boolean> {
    return this.renewal.renew().catch(() => false);
  }

  private async request(
    document: DocumentNode,
    variables: unknown,
    signal: AbortSignal,
  ): Promise<Response> {
    const token = this.session.accessToken();
    const response = await fetch('/graphql/stream', {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'apollo-require-preflight': 'true',
        'accept-language': this.language.current(),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ ...asked(document), variables }),
      signal,
    });
    if (response.status >= 400 && response.status < 500) {
      throw new Refused(`HTTP ${String(response.status)}`);
    }
    return response;
  }
}

/** The document by its hash, which the server knows, or by its text. */
function asked(document: DocumentNode): Readonly<Record<string, unknown>> {
  const hash = documentHash(document);
  return hash === undefined
    ? { query: print(document) }
    : { extensions: { persistedQuery: persistedQuery(hash) } };
}

/** True when the server ended the stream, false when the connection was lost. */
async function readEvents(response: Response, next: (data: unknown) => void): Promise<boolean> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader) {
    const { done, value } = await reader.read();
    if (done) {
      return false;
    }
    const events = `${text}${value}`.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('event: complete')) {
        return true;
      }
      const [, json] = /^event: next\ndata: (.*)$/.exec(event) ?? [];
      const { data } = json === undefined ? {} : (JSON.parse(json) as { data?: unknown });
      if (data !== undefined) {
        next(data);
      }
    }
  }
  return false;
}
