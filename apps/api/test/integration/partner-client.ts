import { CreateApiClientDocument } from '@kaopu/graphql';
import { signedInStaff } from '../builders/accounts.js';
import type { ApiHarness } from '../support/api-harness.js';

export interface ClientCredentials {
  readonly id: string;
  readonly clientId: string;
  readonly secret: string;
}

let clients = 0;

/** A client as an administrator creates it. */
export async function apiClient(api: ApiHarness): Promise<ClientCredentials> {
  const administrator = await signedInStaff(api, ['SYSADMIN']);
  const { createApiClient } = await administrator.send(CreateApiClientDocument, {
    input: {
      name: '演示焊接放行系统',
      scopes: ['certificates:verify'],
      idempotencyKey: `api-client-${String(++clients)}`,
    },
  });
  if (createApiClient.__typename !== 'CreatedApiClient') throw new Error('The client was refused.');
  const { client, secret } = createApiClient;
  return { id: client.id, clientId: client.clientId, secret };
}

/** The answer of the token endpoint, whatever it is. */
export async function askToken(
  api: ApiHarness,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(`${api.baseUrl}/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

export async function tokenOf(
  api: ApiHarness,
  { clientId, secret }: ClientCredentials,
): Promise<string> {
  const { body } = await askToken(api, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  });
  if (typeof body['access_token'] !== 'string') throw new Error(JSON.stringify(body));
  return body['access_token'];
}

export interface PartnerAnswer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Asks the partner endpoint. */
export async function askPartner(
  api: ApiHarness,
  token: string | null,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<PartnerAnswer> {
  const response = await fetch(`${api.baseUrl}/integration/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<PartnerAnswer, 'status'>) };
}
