/** A text message as a provider is handed it. */
export interface OutgoingSms {
  /** The same at every attempt, for providers that send one message per key. */
  readonly id: string;
  readonly purpose: string;
  /** Mainland number, 11 digits. */
  readonly phone: string;
  readonly body: string;
  /** What the words leave open, by name, for providers that keep the words themselves. */
  readonly params: Readonly<Record<string, string>>;
}

/** What became of an attempt. `reason` goes into the log: codes and figures, never number or words. */
export type SmsOutcome =
  | { readonly kind: 'SENT'; readonly providerId: string | null }
  /** Certainly not sent; worth another attempt. */
  | { readonly kind: 'LATER'; readonly reason: string }
  /** Certainly not sent, and another attempt would end the same way. */
  | { readonly kind: 'REFUSED'; readonly reason: string }
  /** Perhaps sent: the answer got lost. Not repeated, because two messages are worse than a new code. */
  | { readonly kind: 'UNCERTAIN'; readonly reason: string };

/** Brings messages to phones. Never throws for what a provider answers. */
export interface SmsProvider {
  send(message: OutgoingSms): Promise<SmsOutcome>;
}
