import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { describe, expect, it } from 'vitest';

import { AnsweringServer } from '../../../testing/answering-server.js';
import { PageHands } from '../../../testing/page-hands.js';
import { provideTexts } from '../../../testing/texts.js';
import { ApiClientsPage } from './api-clients-page.js';

const CLIENT = {
  __typename: 'ApiClient',
  id: 'c1',
  name: '演示系统',
  clientId: 'client-1',
  scopes: ['certificates:verify'],
  createdAt: '2026-11-24T02:00:00.000Z',
  expiresAt: '2027-11-24T02:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};
const CREATED = {
  createApiClient: { __typename: 'CreatedApiClient', secret: 'shown-once', client: CLIENT },
};

async function open() {
  const server = new AnsweringServer({ ApiClients: { apiClients: [] }, CreateApiClient: CREATED });
  TestBed.configureTestingModule({
    providers: [
      provideTexts(),
      server.provide(),
      provideRouter([{ path: 'staff/api-clients', component: ApiClientsPage }]),
    ],
  });
  return { hands: await PageHands.open('/staff/api-clients'), server };
}

describe('The API clients', () => {
  it('are created by name, and the secret is shown once', async () => {
    const { hands, server } = await open();
    await hands.type('系统名称', ' 演示系统 ');
    server.answer('ApiClients', { apiClients: [CLIENT] });
    await hands.press('新建');
    expect(server.askedFor('CreateApiClient')[0]?.variables['input']).toMatchObject({
      name: '演示系统',
      scopes: ['certificates:verify'],
    });
    expect(hands.text).toContain('shown-once');
    expect(hands.box('系统名称').value).toBe('');
  });

  it('need a name, and say so in the language of the page', async () => {
    const { hands, server } = await open();
    await hands.type('系统名称', ' ');
    await hands.press('新建');
    expect(hands.summary).toEqual(['请填写系统名称，2 至 80 个字。']);
    expect(hands.box('系统名称').getAttribute('aria-invalid')).toBe('true');
    TestBed.inject(TranslocoService).setActiveLang('en');
    await hands.settle();
    expect(hands.text).toContain('Name the system in 2 to 80 characters.');
    expect(server.askedFor('CreateApiClient')).toEqual([]);
  });
});
