import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';

const DATABASE_PATIENCE_MILLISECONDS = 500;

/** `/health/live`: the process answers. `/health/ready`: it can also do its work. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

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
}
