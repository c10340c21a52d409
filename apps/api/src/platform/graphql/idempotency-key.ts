/** Chosen by the client for one intent; the same key twice has one effect. It may hold letters, digits, `-` and `_`, as a UUID has them. */
export const IDEMPOTENCY_KEY = /^[\w-]{8,64}$/;
