import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Rounds } from '../../platform/clock/rounds.js';
import { CaseCommands } from './case-commands.js';
import { CaseSeats } from './case-seats.js';

const BATCH = 100;

const TIMER = systemActor('return-expiry');

interface DueCase {
  readonly id: string;
  readonly version: number;
}

/**
 * Ends returned applications nobody corrected in time and gives their seats back (domain.md §10).
 * Several processes may sweep at once: the workflow lets only one of them.
 */
@Injectable()
export class ReturnExpiry implements OnModuleInit {
  private readonly logger = new Logger('ReturnExpiry');

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    private readonly seats: CaseSeats,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.register('ReturnExpiry', () => this.sweep());
  }

  /** One round; tests call it instead of waiting. @returns how many cases ended. */
  async sweep(): Promise<number> {
    const due = await this.dataSource.query<DueCase[]>(
      `SELECT id, version FROM application
       WHERE status = 'RETURNED' AND return_due_at <= ? ORDER BY return_due_at, id LIMIT ?`,
      [this.clock.now(), BATCH],
    );
    let ended = 0;
    for (const one of due) {
      // One case that cannot be ended must not keep all later ones from ending.
      if (await this.end(one).catch((thrown: unknown) => this.report(one.id, thrown))) ended += 1;
    }
    return ended;
  }

  private async end({ id, version }: DueCase): Promise<boolean> {
    const outcome = await this.commands.run(
      TIMER,
      {
        applicationId: id,
        version,
        action: 'EXPIRE',
        reason: null,
        operation: 'expireReturned',
        idempotencyKey: null,
        input: null,
      },
      async (change) => {
        await this.seats.release(change);
        return null;
      },
    );
    return typeof outcome === 'string';
  }

  private report(applicationId: string, thrown: unknown): false {
    this.logger.warn({ applicationId, err: thrown });
    return false;
  }
}
