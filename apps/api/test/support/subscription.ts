import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Answer, ApiClient } from './api-client.js';

/** Reads a subscription of `/graphql/stream` until the server ends it or `stop` is called. */
export class TestSubscription<Data> {
  readonly answers: Answer<Data>[] = [];
  readonly ended: Promise<void>;
  private readonly control = new AbortController();

  private constructor(readonly response: Response) {
    this.ended = this.read().catch(() => undefined);
  }

  static async open<Data, Variables>(
    browser: ApiClient,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<TestSubscription<Data>> {
    const response = await browser.fetch('/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return new TestSubscription(response);
  }

  async stop(): Promise<void> {
    this.control.abort();
    await this.ended;
  }

  private async read(): Promise<void> {
    if (!this.response.body || !this.response.ok) return;
    const reader = this.response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.control.signal.addEventListener('abort', () => void reader.cancel());
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^event: next\ndata: (.*)$/s.exec(event)?.[1];
        if (data) this.answers.push(JSON.parse(data) as Answer<Data>);
      }
    }
  }
}
