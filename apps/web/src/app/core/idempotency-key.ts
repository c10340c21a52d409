/**
 * A fresh key for one intended write. Make it when the form opens and keep it over retries:
 * the server then answers a repeated submission with the first result.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
