/** Somebody who can be asked whether the database lives. */
export interface Questioner {
  /** Calls `answered` once, with whatever is not silence; never after `forget`. */
  ask(answered: () => void): void;
  /** Lets go of a question that stays without an answer. */
  forget(): void;
}

export const LOOK_EVERY_MILLISECONDS = 500;

/**
 * Looks in a row that found the question unanswered. They are counted instead of timed, so that a
 * process that was held up itself, and then looks once, does not take its own pause for the database's.
 */
export const MISSED_LOOKS = 3;

/** Then the question is put on a new connection: after a cut in the network the old one may stay dead. */
const LOOKS_PER_QUESTION = 20;

/**
 * Tells a database that is frozen from one that is busy: a statement may wait for a lock or read a
 * million rows, but a server that runs answers a ping at once (docs/adr/0016).
 */
export class Pulse {
  private isAsked = false;
  private missed = 0;
  private frozen = false;
  private readonly timer: NodeJS.Timeout;

  /** @param changed told when the database freezes, and when it answers again. */
  constructor(
    private readonly questioner: Questioner,
    private readonly changed: (isFrozen: boolean) => void,
  ) {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MILLISECONDS).unref();
  }

  get isFrozen(): boolean {
    return this.frozen;
  }

  stop(): void {
    clearInterval(this.timer);
    this.questioner.forget();
  }

  private look(): void {
    if (!this.isAsked) return this.ask();
    this.missed++;
    if (this.missed === MISSED_LOOKS) this.become(true);
    if (this.missed % LOOKS_PER_QUESTION !== 0) return;
    this.questioner.forget();
    this.ask();
  }

  private ask(): void {
    this.isAsked = true;
    this.questioner.ask(() => {
      this.isAsked = false;
      this.missed = 0;
      this.become(false);
    });
  }

  private become(isFrozen: boolean): void {
    if (isFrozen === this.frozen) return;
    this.frozen = isFrozen;
    this.changed(isFrozen);
  }
}
