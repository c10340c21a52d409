import { Injectable } from '@nestjs/common';

export type OutboxPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Carries out one outbox row. May run twice for one row, so its effect must be keyed by `id`. */
export type OutboxHandler = (payload: OutboxPayload, id: string) => Promise<void>;

/** Who carries out which topic; modules register in `onModuleInit`. */
@Injectable()
export class OutboxHandlers {
  private readonly handlers = new Map<string, OutboxHandler>();

  /** @throws Error when two modules claim one topic. */
  register(topic: string, handler: OutboxHandler): void {
    if (this.handlers.has(topic)) throw new Error(`Two handlers for outbox topic ${topic}.`);
    this.handlers.set(topic, handler);
  }

  of(topic: string): OutboxHandler | undefined {
    return this.handlers.get(topic);
  }
}
