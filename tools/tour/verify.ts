import {
  CreateApiClientDocument,
  PublicCertificateDocument,
  type CertificatePartsFragment,
} from '@kaopu/graphql';
import { TourBrowser } from './browser.ts';
import { expect, say, succeeded } from './report.ts';
import type { StaffDesk } from './staff.ts';

const VERIFY = `query ($input: VerifyCertificateInput!) {
  verifyCertificate(input: $input) { result checks { code passed } certificate { number holderName } }
}`;

interface VerifyAnswer {
  readonly data?: {
    readonly verifyCertificate: {
      readonly result: string;
      readonly checks: readonly { readonly code: string; readonly passed: boolean }[];
      readonly certificate: { readonly number: string; readonly holderName: string } | null;
    };
  };
}

/** The public page and another system, as the world sees the certificate. */
export async function verifyCertificate(
  desk: StaffDesk,
  certificate: CertificatePartsFragment,
  name: string,
): Promise<void> {
  const anybody = new TourBrowser(desk.url);
  const code = certificate.verifyUrl.split('/').at(-1) ?? '';
  const { publicCertificate } = await anybody.send(PublicCertificateDocument, { code });
  expect(
    publicCertificate?.number === certificate.number,
    'the public page does not know the certificate',
  );
  expect(publicCertificate.holderName !== name, 'the public page shows the full name');
  say('public verification page', `${publicCertificate.holderName} ${publicCertificate.status}`);

  const sysadmin = await desk.as('SYSADMIN');
  const { createApiClient } = await sysadmin.send(CreateApiClientDocument, {
    input: {
      idempotencyKey: sysadmin.newKey(),
      name: '演示焊接放行系统',
      scopes: ['certificates:verify'],
    },
  });
  const { client, secret } = succeeded(createApiClient, 'CreatedApiClient');
  const token = await clientCredentials(anybody, client.clientId, secret);
  say('API client created, token received', client.clientId);

  const [item] = certificate.items;
  expect(item !== undefined, 'the certificate has no item');
  const question = {
    certificateNo: certificate.number,
    name,
    item: item.item.code,
    from: item.validFrom,
    to: item.validFrom,
  };
  await expectResult(anybody, token, question, 'VALID');
  await expectResult(anybody, token, { ...question, to: '2099-01-01' }, 'INVALID');
  await expectResult(anybody, token, { ...question, name: '无此人演示' }, 'NOT_FOUND');
}

async function clientCredentials(
  browser: TourBrowser,
  clientId: string,
  secret: string,
): Promise<string> {
  const response = await browser.fetch('/oauth/token', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'certificates:verify',
    }).toString(),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  expect(token !== undefined, `no token (HTTP ${response.status})`);
  return token;
}

async function expectResult(
  browser: TourBrowser,
  token: string,
  input: object,
  expected: string,
): Promise<void> {
  const response = await browser.fetch('/integration/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: VERIFY, variables: { input } }),
  });
  const answer = (await response.json()) as VerifyAnswer;
  const verification = answer.data?.verifyCertificate;
  expect(verification?.result === expected, `expected ${expected}, got ${JSON.stringify(answer)}`);
  say(
    `another system asks: ${expected}`,
    verification.checks.map(({ code, passed }) => `${code} ${passed ? '✓' : '✗'}`).join(' '),
  );
}
