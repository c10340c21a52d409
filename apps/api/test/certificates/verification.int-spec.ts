import { PublicCertificateDocument, VerifyPublicDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CaptchaText } from '../../src/auth/human-check/captcha-text.js';
import { certificate } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import type { ApiClient } from '../support/api-client.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';
import { statementsOf } from '../support/statements-of.js';

const SHOWN = 'K7MPX';

describe('public verification', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    Object.assign(api.app.get(CaptchaText), { next: () => SHOWN });
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    api.clock.set(TEST_NOW);
    await api.db.query('DELETE FROM rate_limit');
  });

  const codeOf = async (id: string): Promise<string> => {
    const [row] = await api.db.query<{ code: string }[]>(
      'SELECT verify_code AS code FROM certificate WHERE id = ?',
      [id],
    );
    return row?.code ?? '';
  };

  async function verify(number: string, name: string, browser: ApiClient = api.browser()) {
    const { requestCaptcha } = await browser.send<{ requestCaptcha: { id: string } }, never>(
      'mutation { requestCaptcha { id } }',
    );
    const humanCheck = { captchaId: requestCaptcha.id, captchaText: SHOWN };
    const { verifyPublic } = await browser.send(VerifyPublicDocument, {
      input: { number, name, humanCheck },
    });
    return verifyPublic;
  }

  it('shows by QR code what the paper says, with the name masked and no ID number', async () => {
    const { id, number } = await certificate(api, {
      holder: {
        name: '张演示',
        idNumber: '340101199001010007',
        sex: 'MALE',
        birthDate: '1990-01-01',
        employer: '演示单位',
      },
    });
    const { publicCertificate } = await api
      .browser()
      .send(PublicCertificateDocument, { code: await codeOf(id) });
    expect(publicCertificate).toMatchObject({
      number,
      holderName: '张*',
      status: 'VALID',
      authority: '安徽省市场监督管理局',
      checkedAt: TEST_NOW,
      items: [{ item: { code: 'RT-II' }, validTo: '2031-01-31' }],
    });
    expect(JSON.stringify(publicCertificate)).not.toMatch(/340101|演示单位|张演示/);
  });

  it('hands out codes of at least 128 random bits and knows no others', async () => {
    const code = await codeOf((await certificate(api)).id);
    expect(Buffer.from(code, 'base64url')).toHaveLength(16);
    for (const wrong of ['', 'x', `${code.slice(0, -2)}AA`, code.toLowerCase(), `${code}A`]) {
      const answer = await api.browser().send(PublicCertificateDocument, { code: wrong });
      expect(answer.publicCertificate).toBeNull();
    }
  });

  it('counts the last day to 24:00 in Shanghai', async () => {
    const { id } = await certificate(api);
    const code = await codeOf(id);
    const statusAt = async (instant: string): Promise<string | undefined> => {
      api.clock.set(instant);
      const answer = await api.browser().send(PublicCertificateDocument, { code });
      return answer.publicCertificate?.status;
    };
    expect(await statusAt('2031-01-31T15:59:59.999Z')).toBe('VALID');
    expect(await statusAt('2031-01-31T16:00:00.000Z')).toBe('EXPIRED');
  });

  it.each([
    ['ys-test-num-1', '演示考生'],
    [' YS-TEST-NUM-1 ', '演示考生'],
    ['ＹＳ－TEST－NUM－1', ' 演示考生 '],
  ])('finds %j with %j whatever the width, case and blanks', async (number, name) => {
    await certificate(api, { number: 'YS-TEST-NUM-1' }).catch(() => undefined);
    expect(await verify(number, name)).toMatchObject({ number: 'YS-TEST-NUM-1' });
  });

  it('gives a wrong name and an unknown number the same answer by the same work', async () => {
    const { number } = await certificate(api);
    const asked = async (no: string, name: string) => {
      const answers: unknown[] = [];
      const statements = await statementsOf(api, async () => answers.push(await verify(no, name)));
      const [audit] = await api.db.query<unknown[]>(
        "SELECT subject_id AS subject, details FROM audit_log WHERE operation = 'verifyPublic' ORDER BY id DESC LIMIT 1",
      );
      return { answers, statements, audit };
    };
    const wrongName = await asked(number, '演示别人');
    const unknown = await asked('YS-NOBODY-0001', '演示考生');
    expect(wrongName).toMatchObject({
      answers: [{ __typename: 'RefusedError', code: 'NOT_FOUND' }],
      audit: { subject: 'none', details: { found: false } },
    });
    expect(wrongName.statements.length).toBeGreaterThan(3);
    expect(unknown).toEqual(wrongName);
    // Control: a certificate that is found is read, so the comparison does see different work.
    const found = await asked(number, '演示考生');
    expect(found.statements.length).toBeGreaterThan(wrongName.statements.length);
  });

  it('asks for a fresh human check every time', async () => {
    const { number } = await certificate(api);
    const browser = api.browser();
    const input = { number, name: '演示考生', humanCheck: {} };
    const without = await browser.send(VerifyPublicDocument, { input });
    expect(without.verifyPublic).toMatchObject({ code: 'CAPTCHA_INVALID' });
  });

  it('stops guessing the name of one number, and guessing from one address', async () => {
    const { number } = await certificate(api);
    for (let round = 0; round < 30; round++) await verify(number, `演示${String(round)}`);
    const refused = await verify(number, '演示考生');
    expect(refused).toMatchObject({ __typename: 'RateLimitedError', code: 'RATE_LIMITED' });
    // The right name gets no further than a wrong one.
    expect(await verify(number, '演示别人')).toEqual(refused);
    for (let round = 0; round < 28; round++) await verify(`YS-${String(round)}`, '演示考生');
    expect(await verify('YS-0', '演示考生')).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('slows down who tries codes', async () => {
    const ask = () => api.browser().ask(PublicCertificateDocument, { code: 'none' });
    await Promise.all(Array.from({ length: 120 }, ask));
    expect((await ask()).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  });
});
