import type { ApiClient, TestFile } from '../support/api-client.js';
import type { ApiHarness } from '../support/api-harness.js';

/** What a page of the phone said. */
export interface PhonePage {
  readonly status: number;
  readonly heading: string;
  readonly html: string;
}

type FollowInit = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** A phone without a script: opens links and sends forms as any browser would. */
export class Phone {
  private readonly browser: ApiClient;

  constructor(
    api: ApiHarness,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    this.browser = api.browser();
  }

  /** Scans the code behind `path` (`/m/#token`), or pastes it. */
  async open(path: string): Promise<PhonePage> {
    const token = path.split('#')[1] ?? path;
    return this.follow('/m/open', {
      method: 'POST',
      body: new URLSearchParams({ token }),
    });
  }

  page(): Promise<PhonePage> {
    return this.follow('/m/send');
  }

  /** Sends the form with the album's box filled and the camera's left empty. */
  async send(file: TestFile, headers: Readonly<Record<string, string>> = {}): Promise<PhonePage> {
    const form = new FormData();
    form.append('file', new Blob([]), '');
    form.append('file', new Blob([file.content], { type: file.type }), file.name);
    return this.follow('/m/file', { method: 'POST', body: form, headers });
  }

  private async follow(path: string, init: FollowInit = {}): Promise<PhonePage> {
    const response = await this.browser.fetch(path, {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers, ...init.headers },
    });
    if (response.status === 303) return this.follow(response.headers.get('location') ?? '/');
    const html = await response.text();
    return { status: response.status, html, heading: /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '' };
  }
}
