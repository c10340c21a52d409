import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseExceptionFilter } from '@nestjs/core';
import { ExternalExceptionFilter } from '@nestjs/core/exceptions/external-exception-filter.js';
import { SearchMajorsDocument } from '@kaopu/graphql';
import { print } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { MajorsQueries } from '../../src/majors/majors.queries.js';
import type { MajorHit } from '../../src/majors/major.type.js';
import { ApiHarness } from '../support/api-harness.js';

const MEGABYTE = 1024 * 1024;
const QUESTION = JSON.stringify({
  query: print(SearchMajorsDocument),
  variables: { text: '焊接' },
});

/** An answer too long to be sent at once. */
const LONG: MajorHit = {
  catalogue: '2012',
  code: '080201',
  name: randomBytes(MEGABYTE).toString('hex'),
  discipline: null,
  class: null,
  added: false,
  matchedBy: 'NAME',
  relatedNames: [],
  confidence: null,
};

/** A web app with one script that takes a while to send. */
function webApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-web-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'big.js'), randomBytes(8 * MEGABYTE).toString('base64'));
  return folder;
}

describe('A client that goes away', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start({ webDir: webApp() });
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => api.stop());

  /** What the server would write into its log as errors. */
  const errors = () => {
    const log = vi.fn();
    vi.spyOn(BaseExceptionFilter['logger'], 'error').mockImplementation(log);
    vi.spyOn(ExternalExceptionFilter['logger'], 'error').mockImplementation(log);
    return log;
  };

  /** Asks on a connection of its own. @returns the question, and when the server knows that it is over. */
  function ask(
    method: string,
    path: string,
    body = '',
  ): { asked: ClientRequest; gone: Promise<void> } {
    const server = api.app.getHttpServer();
    const gone = new Promise<void>((resolve) =>
      server.once('connection', (socket) => socket.once('close', () => resolve())),
    );
    const asked = request(`${api.baseUrl}${path}`, {
      method,
      agent: false,
      headers: {
        'accept-encoding': 'br',
        ...(body !== '' && {
          'content-type': 'application/json',
          'apollo-require-preflight': '1',
          'content-length': Buffer.byteLength(body),
        }),
      },
    });
    asked.on('error', () => undefined);
    asked.end(body);
    return { asked, gone };
  }

  /** After everything the closed connection set off. */
  const aftermath = () => new Promise((resolve) => setTimeout(resolve, 200));

  it('from a download half-way is no error', async () => {
    const log = errors();
    const { asked, gone } = ask('GET', '/big.js');
    asked.on('response', (response) => response.once('data', () => asked.destroy()));
    await gone;
    await aftermath();
    expect(log).not.toHaveBeenCalled();
  });

  it('before its answer is begun is no error', async () => {
    const log = errors();
    let answered: () => void = () => undefined;
    const wasAnswered = new Promise<void>((resolve) => (answered = resolve));
    const client = ask('POST', '/graphql', QUESTION);
    vi.spyOn(api.app.get(MajorsQueries), 'search').mockImplementation(async () => {
      client.asked.destroy();
      await client.gone;
      answered();
      return [LONG];
    });
    await wasAnswered;
    await aftermath();
    expect(log).not.toHaveBeenCalled();
  });

  it('is told from one that stays and gets no proper answer (control)', async () => {
    const log = errors();
    await api.db.query('RENAME TABLE outbox TO outbox_away');
    try {
      expect((await api.browser().fetch('/health/outbox')).status).toBe(500);
    } finally {
      await api.db.query('RENAME TABLE outbox_away TO outbox');
    }
    expect(log).toHaveBeenCalledTimes(1);
  });
});
