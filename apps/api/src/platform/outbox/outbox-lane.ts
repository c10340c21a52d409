/**
 * Which outbox rows wait for each other. `CODES` are messages somebody sits and waits for; they are not
 * held up by a thousand notices or papers that were caused at once.
 */
export type OutboxLane = 'CODES' | 'REST';

export const OUTBOX_LANES: readonly OutboxLane[] = ['CODES', 'REST'];
