import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import * as generated from '@kaopu/graphql';
import {
  ApplicationPageDocument,
  ConfigurationDocument,
  ItemsDocument,
  LogOutDocument,
  MyApplicationsDocument,
  persistedQuery,
  SearchMajorsDocument,
  TRUSTED_DOCUMENTS,
  UpdateProfilePhotoDocument,
  UploadSessionChangedDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInCandidate, type SignedIn } from '../builders/accounts.js';
import { asUpload, photoJpeg } from '../builders/files.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';

const JSON_HEADERS = { 'content-type': 'application/json' };

const byHash = (sha256Hash: string): string =>
  JSON.stringify({ extensions: { persistedQuery: persistedQuery(sha256Hash) } });

const hashOf = (document: AnyDocument): string => generated.documentHash(document) ?? '';

type AnyDocument = TypedDocumentNode<unknown, never>;

/** The same answer whichever way it was asked: without type names, and without the id of the request. */
const plain = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === '__typename' || key === 'traceId' || key === 'locations' ? undefined : value,
    ),
  );

describe('A document named by its hash', () => {
  let api: ApiHarness;
  let candidate: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    candidate = await signedInCandidate(api);
  });
  afterAll(() => api.stop());

  async function bothWays(
    browser: ApiClient,
    document: AnyDocument,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<[byText: unknown, byHash: unknown]> {
    const answers: unknown[] = [];
    for (const namesDocuments of [false, true]) {
      browser.namesDocuments = namesDocuments;
      answers.push(plain(await browser.ask(document, variables as never)));
    }
    browser.namesDocuments = false;
    return [answers[0], answers[1]];
  }

  it('is one of the web app’s, each of which is known', () => {
    const hashes = Object.values(generated).flatMap((exported) =>
      typeof exported === 'object' && 'kind' in exported
        ? (generated.documentHash(exported) ?? [])
        : [],
    );
    expect(hashes.length).toBeGreaterThan(80);
    expect(new Set(hashes)).toEqual(new Set(TRUSTED_DOCUMENTS.keys()));
  });

  it.each([
    ['an answer', ItemsDocument, { track: 'TESTING' }],
    ['a list with defaults', SearchMajorsDocument, { text: '焊接' }],
    ['an empty list', MyApplicationsDocument, { first: 20 }],
    ['something that is not there', ApplicationPageDocument, { id: randomUUID() }],
    ['an id that is none', ApplicationPageDocument, { id: 'x' }],
    ['a missing variable', ApplicationPageDocument, {}],
    ['a variable of another kind', MyApplicationsDocument, { first: 'many' }],
    ['a value outside its choices', MyApplicationsDocument, { first: 20, tab: 'NONE' }],
    ['a page too long', MyApplicationsDocument, { first: 100_000 }],
  ] as const)('answers as its text does: %s', async (_, document, variables) => {
    const [text, hash] = await bothWays(candidate, document, variables);
    expect(hash).toEqual(text);
  });

  it('asks for a log-in as its text does', async () => {
    const [text, hash] = await bothWays(api.browser(), MyApplicationsDocument, { first: 20 });
    expect(hash).toEqual(text);
    expect(hash).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('takes a file with it', async () => {
    const browser = await signedInCandidate(api);
    browser.namesDocuments = true;
    const file = asUpload(await photoJpeg(), 'zhaopian.jpg', 'image/jpeg');
    const { updateProfilePhoto } = await browser.send(
      UpdateProfilePhotoDocument,
      { input: { version: 1, idempotencyKey: randomUUID() }, file: new File([], file.name) },
      file,
    );
    expect(updateProfilePhoto).toMatchObject({ __typename: 'Profile' });
  });

  it('sets cookies as its text does', async () => {
    const browser = await signedInCandidate(api);
    browser.namesDocuments = true;
    expect(await browser.send(LogOutDocument, {})).toMatchObject({
      logOut: { __typename: 'Done' },
    });
    const { errors } = await browser.ask(MyApplicationsDocument, { first: 1 });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['zh-CN', '请刷新页面'],
    ['en', 'Reload'],
  ])('that nobody knows asks to reload the page, in %s', async (language, words) => {
    const response = await api.browser().fetch('/graphql', {
      method: 'POST',
      headers: { ...JSON_HEADERS, 'accept-language': language },
      body: byHash('0'.repeat(64)),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining(words),
          extensions: { code: 'DOCUMENT_UNKNOWN', traceId: expect.any(String) },
        },
      ],
    });
  });

  it('is not executed at once when it is a subscription', async () => {
    candidate.namesDocuments = true;
    const { errors } = await candidate.ask(UploadSessionChangedDocument, { id: randomUUID() });
    candidate.namesDocuments = false;
    expect(errors?.[0]?.extensions.code).toBe('DOCUMENT_UNKNOWN');
  });

  it('is refused where a page of another origin could have sent it unasked', async () => {
    const response = await api.browser().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: byHash(hashOf(ConfigurationDocument)),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('configuration');
  });
});

describe('A server for trusted documents only', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start({ onlyTrustedDocuments: true });
  });
  afterAll(() => api.stop());

  it('answers the web app', async () => {
    const browser = api.browser();
    browser.namesDocuments = true;
    const { configuration } = await browser.send(ConfigurationDocument, {});
    expect(configuration.demo).toBe(true);
  });

  it('answers no text, not even that of a trusted document', async () => {
    for (const query of ['{ configuration { demo } }', [...TRUSTED_DOCUMENTS.values()][0] ?? '']) {
      const { data, errors } = await api.browser().ask(query);
      expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'DOCUMENT_UNKNOWN']);
    }
  });

  it('answers no address line', async () => {
    const response = await api
      .browser()
      .fetch(`/graphql?query=${encodeURIComponent('{ configuration { demo } }')}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('DOCUMENT_UNKNOWN');
  });

  it('streams no text, and what it knows by hash', async () => {
    const browser = await signedInCandidate(api);
    const ask = (body: string): Promise<Response> =>
      browser.fetch('/graphql/stream', {
        method: 'POST',
        headers: { ...JSON_HEADERS, 'apollo-require-preflight': '1' },
        body,
      });
    const text = await ask(
      JSON.stringify({ query: 'subscription { uploadSessionChanged(id: "x") { id } }' }),
    );
    expect([text.status, await text.text()]).toEqual([
      400,
      expect.stringContaining('DOCUMENT_UNKNOWN'),
    ]);
    const known = await ask(byHash(hashOf(UploadSessionChangedDocument)));
    expect(await known.text()).not.toContain('DOCUMENT_UNKNOWN');
  });
});
