/** A mail as a provider is handed it; plain text only. */
export interface OutgoingMail {
  /** The same at every attempt; becomes part of the `Message-ID`, by which mailboxes know a repetition. */
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** What became of an attempt. `reason` goes into the log: codes and figures, never address or words. */
export type MailOutcome =
  | { readonly kind: 'SENT'; readonly providerId: string | null }
  /** Not sent, or nobody knows; repeated under the same `Message-ID`. */
  | { readonly kind: 'LATER'; readonly reason: string }
  /** Certainly not sent, and another attempt would end the same way. */
  | { readonly kind: 'REFUSED'; readonly reason: string };

/** Brings mails to mailboxes. Never throws for what a server answers. */
export interface MailProvider {
  send(mail: OutgoingMail): Promise<MailOutcome>;
}
