import { Injectable } from '@nestjs/common';

/** Where a person is reached; null for what they did not give. */
export interface Recipient {
  readonly name: string;
  /** Verified by a code. */
  readonly phone: string | null;
  /** As the person typed it; nobody proved that it is theirs. */
  readonly email: string | null;
}

/** Finds a person; null for an account that has no such record, for example staff. */
export type FindsRecipient = (accountId: string) => Promise<Recipient | null>;

/** Who knows where people are reached; the domain that keeps it registers, so that notices import none. */
@Injectable()
export class NoticeRecipients {
  private find: FindsRecipient = () => Promise.resolve(null);

  register(find: FindsRecipient): void {
    this.find = find;
  }

  of(accountId: string): Promise<Recipient | null> {
    return this.find(accountId);
  }
}
