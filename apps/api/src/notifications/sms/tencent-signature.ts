import { createHash, createHmac } from 'node:crypto';

const ALGORITHM = 'TC3-HMAC-SHA256';
const SIGNED = 'content-type;host';
export const TENCENT_CONTENT_TYPE = 'application/json; charset=utf-8';

export interface TencentRequest {
  readonly host: string;
  readonly service: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly payload: string;
}

export interface TencentKey {
  readonly keyId: string;
  readonly keySecret: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/**
 * The `Authorization` header of a POST in Tencent Cloud's TC3 scheme. Own code, because the
 * vendor's SDK brings every product along for what a few hashes do.
 */
export function tencentAuthorization(
  { host, service, timestamp, payload }: TencentRequest,
  { keyId, keySecret }: TencentKey,
): string {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${TENCENT_CONTENT_TYPE}\nhost:${host}\n`,
    SIGNED,
    sha256(payload),
  ].join('\n');
  const scope = `${date}/${service}/tc3_request`;
  const toSign = [ALGORITHM, String(timestamp), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${keySecret}`, date), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  return `${ALGORITHM} Credential=${keyId}/${scope}, SignedHeaders=${SIGNED}, Signature=${signature}`;
}
