import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { RefreshSessionDocument } from '@kaopu/graphql';
import { print } from 'graphql';
import { TourError } from './report.ts';

const PATIENCE_SECONDS = 90;

/** A file as a person would pick it. */
export interface TourFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** One visitor's browser: cookies, access token, GraphQL over HTTP; outlives a restart of the server. */
export class TourBrowser {
  private readonly cookies = new Map<string, string>();
  accessToken: string | null = null;

  constructor(readonly url: string) {}

  /** A fresh key for one intent; a retry of that intent uses it again. */
  newKey(): string {
    return randomUUID();
  }

  /** @throws TourError when the answer carries errors. */
  async send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables extends { file: unknown } ? Omit<Variables, 'file'> : Variables,
    file?: TourFile,
  ): Promise<Data> {
    const first = await this.ask<Data>(print(document), variables, file);
    const isExpired = first.errors?.some(
      ({ extensions }) => extensions?.code === 'UNAUTHENTICATED',
    );
    if (isExpired && (await this.renew())) {
      return dataOf(await this.ask<Data>(print(document), variables, file));
    }
    return dataOf(first);
  }

  /** Any request of this browser, repeated while the server is away. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const deadline = performance.now() + PATIENCE_SECONDS * 1000;
    for (;;) {
      try {
        const response = await this.request(path, init);
        if (response.status < 502) return response;
      } catch (error) {
        if (performance.now() > deadline) {
          throw new TourError(
            `${this.url} does not answer: ${error instanceof Error ? error.message : ''}`,
          );
        }
      }
      await sleep(1000);
    }
  }

  private async ask<Data>(
    query: string,
    variables: unknown,
    file?: TourFile,
  ): Promise<GraphqlAnswer<Data>> {
    const operations = JSON.stringify({
      query,
      variables: file ? { ...(variables as object), file: null } : variables,
    });
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: {
        'apollo-require-preflight': '1',
        ...(!file && { 'content-type': 'application/json' }),
      },
      body: file ? multipart(operations, file) : operations,
    });
    return (await response.json()) as GraphqlAnswer<Data>;
  }

  private async renew(): Promise<boolean> {
    const { data } = await this.ask<{
      refreshSession: { __typename: string; accessToken?: string };
    }>(print(RefreshSessionDocument), {});
    this.accessToken = data?.refreshSession.accessToken ?? null;
    return this.accessToken !== null;
  }

  private async request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.accessToken) headers.set('authorization', `Bearer ${this.accessToken}`);
    if (this.cookies.size > 0) {
      headers.set(
        'cookie',
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      );
    }
    const response = await fetch(new URL(path, this.url), { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

function dataOf<Data>({ data, errors }: GraphqlAnswer<Data>): Data {
  if (errors || !data) throw new TourError(JSON.stringify(errors ?? 'empty answer'));
  return data;
}

function multipart(operations: string, file: TourFile): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', new Blob([file.content], { type: file.type }), file.name);
  return form;
}
