import type { SmsOutcome } from './sms-provider.js';

/** A provider that has not answered by then is treated as down. */
const DEADLINE_MILLISECONDS = 5_000;

/** Failures before anything was handed over; Node names them in the error's cause. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A gateway that says so did not take the message. */
const COME_BACK_LATER = new Set([429, 503]);

export interface SmsRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SmsReply {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** POSTs to a provider. @returns its reply, or what the failure means for the message. */
export async function callProvider({
  url,
  headers,
  body,
}: SmsRequest): Promise<SmsReply | SmsOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MILLISECONDS),
    });
    return { status: response.status, json: asRecord(await response.text()) };
  } catch (error) {
    const code = causeOf(error);
    return { kind: NEVER_ARRIVED.has(code) ? 'LATER' : 'UNCERTAIN', reason: code };
  }
}

/** What a status alone means; null for success, which the provider's own words decide. */
export function outcomeOfStatus(status: number): SmsOutcome | null {
  const reason = `HTTP ${status}`;
  if (COME_BACK_LATER.has(status)) return { kind: 'LATER', reason };
  if (status >= 500) return { kind: 'UNCERTAIN', reason };
  return status >= 400 ? { kind: 'REFUSED', reason } : null;
}

export const isOutcome = (answer: SmsReply | SmsOutcome): answer is SmsOutcome => 'kind' in answer;

export function asRecord(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    // Not JSON: a page of some machine in between. The status then says what happened.
    return {};
  }
}

export const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return wordOf(code) ?? error.name;
}
