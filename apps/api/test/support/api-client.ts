import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { documentHash, persistedQuery } from '@kaopu/graphql';
import { print, type DocumentNode } from 'graphql';

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly traceId: string };
  }[];
}

/** A file to send as the variable `file`. */
export interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** One browser: keeps cookies and its access token, speaks GraphQL over real HTTP. */
export class ApiClient {
  private readonly cookies = new Map<string, string>();
  accessToken: string | null = null;
  /** What the browser asks for; the server's own default when null. */
  language: string | null = null;
  /** Whether it names documents by their hash, as our web app does, or sends their text. */
  namesDocuments = false;

  constructor(readonly baseUrl: string) {}

  /** @throws Error when the answer carries errors. */
  async send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
    file?: TestFile,
  ): Promise<Data> {
    const answer = await this.ask(document, variables, file);
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors ?? answer));
    return answer.data;
  }

  /** The raw answer, for tests about errors. */
  async ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
    file?: TestFile,
  ): Promise<Answer<Data>> {
    const operations = JSON.stringify({
      ...this.named(document),
      variables: file ? { ...variables, file: null } : variables,
    });
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: {
        'apollo-require-preflight': '1',
        ...(!file && { 'content-type': 'application/json' }),
      },
      body: file ? multipart(operations, file) : operations,
    });
    return (await response.json()) as Answer<Data>;
  }

  private named(document: DocumentNode | string): Readonly<Record<string, unknown>> {
    if (typeof document === 'string') return { query: document };
    const hash = this.namesDocuments ? documentHash(document) : undefined;
    return hash === undefined
      ? { query: print(document) }
      : { extensions: { persistedQuery: persistedQuery(hash) } };
  }

  /** Any request with this browser's cookies and token. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.accessToken) headers.set('authorization', `Bearer ${this.accessToken}`);
    if (this.language) headers.set('accept-language', this.language);
    if (this.cookies.size > 0) {
      headers.set(
        'cookie',
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      );
    }
    const response = await fetch(`${this.baseUrl}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

function multipart(operations: string, file: TestFile): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', new Blob([file.content], { type: file.type }), file.name);
  return form;
}
