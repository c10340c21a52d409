import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/transactions.js';
import type { UserError } from '../platform/graphql/user-error.js';
import type { CertificateStep } from './certificate-status.js';
import type { IssueDecision } from './issue-line-status.js';

/** The issuing authority decided a line. */
export interface IssueLineDecided {
  readonly source: string;
  readonly decision: IssueDecision;
  readonly reason: string | null;
  readonly actor: Actor;
  /** Null unless it was approved. */
  readonly certificateId: string | null;
}

/** The printing desk moved a certificate on. */
export interface CertificateAdvanced {
  readonly source: string;
  readonly step: CertificateStep;
  readonly actor: Actor;
  readonly certificateId: string;
}

/**
 * Carries an event on inside the transaction it happened in, writing through `tx` only.
 * A refusal it returns rolls everything back and is told to the caller.
 */
export type SourceListener<Event> = (tx: Tx, event: Event) => Promise<UserError | null>;

/** Listeners per kind of source (the part before the colon); modules register in `onModuleInit`. */
class SourceListeners<Event extends { readonly source: string }> {
  private readonly listeners = new Map<string, SourceListener<Event>>();

  /** @throws Error when two modules claim one kind of source. */
  register(sourcePrefix: string, listener: SourceListener<Event>): void {
    if (this.listeners.has(sourcePrefix)) {
      throw new Error(`Two listeners for source ${sourcePrefix}.`);
    }
    this.listeners.set(sourcePrefix, listener);
  }

  /** Sources nobody registered for need nothing done. */
  async tell(tx: Tx, event: Event): Promise<UserError | null> {
    const listener = this.listeners.get(kindOfSource(event.source));
    return listener ? listener(tx, event) : null;
  }
}

@Injectable()
export class IssueLineListeners extends SourceListeners<IssueLineDecided> {}

@Injectable()
export class CertificateListeners extends SourceListeners<CertificateAdvanced> {}

/** `application` of `application:<id>`. */
const kindOfSource = (source: string): string => source.split(':', 1)[0] ?? '';

/** The application a line came from, or null when its source is something else. */
export function applicationOfSource(source: string | null): string | null {
  const [kind, id] = source?.split(':') ?? [];
  return kind === 'application' && id ? id : null;
}
