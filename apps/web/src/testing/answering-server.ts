import type { Provider } from '@angular/core';
import { ApolloLink, InMemoryCache } from '@apollo/client';
import { possibleTypes as contract } from '@kaopu/graphql';
import { provideApollo } from 'apollo-angular';
import { delay, of } from 'rxjs';

/** An operation that reached the server. */
interface Asked {
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** For specs: a server that answers operations by name and remembers what it was asked. */
export class AnsweringServer {
  readonly asked: Asked[] = [];

  constructor(private readonly answers: Record<string, unknown>) {}

  /** Changes the next answers to an operation. */
  answer(name: string, data: unknown): void {
    this.answers[name] = data;
  }

  askedFor(name: string): readonly Asked[] {
    return this.asked.filter((one) => one.name === name);
  }

  provide(): Provider {
    const link = new ApolloLink((operation) => {
      const name = operation.operationName ?? '';
      this.asked.push({ name, variables: operation.variables });
      const data = this.answers[name];
      return of(
        data === undefined
          ? { data: null, errors: [{ message: `no answer to ${name}` }] }
          : { data: data as Record<string, unknown> },
      ).pipe(delay(0));
    });
    return provideApollo(() => ({
      link,
      cache: new InMemoryCache({ possibleTypes: contract.possibleTypes }),
    }));
  }
}

/** The picture of a human check. */
export const CAPTCHA = {
  requestCaptcha: {
    __typename: 'Captcha',
    id: 'picture-1',
    image: 'data:image/png;base64,AA==',
    expiresAt: '2026-11-24T02:00:00.000Z',
  },
};
