import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OutboxState, type OutboxStanding } from '../outbox/outbox-state.js';

const DATABASE_PATIENCE_MILLISECONDS = 500;

/**
 * `/health/live`: the process answers. `/health/ready`: it can also do its work.
 * `/health/outbox`: what it promised to send or make is being sent and made.
 */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxState,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** @throws 503 while the database does not answer within half a second. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    const answered = await Promise.race([
      this.dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      new Promise<false>((resolve) =>
        setTimeout(() => resolve(false), DATABASE_PATIENCE_MILLISECONDS).unref(),
      ),
    ]);
    if (!answered) throw new ServiceUnavailableException({ status: 'database does not answer' });
    return { status: 'ready' };
  }

  /** @throws 503 while there are dead letters, so that a monitor calls somebody; the counts come with it. */
  @Get('outbox')
  async standing(): Promise<OutboxStanding & { status: string }> {
    const standing = await this.outbox.standing();
    if (standing.dead > 0) {
      throw new ServiceUnavailableException({ status: 'dead letters', ...standing });
    }
    return { status: 'delivering', ...standing };
  }
}
