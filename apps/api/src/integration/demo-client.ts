import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { hashSecret } from './client-secret.js';
import { PartnerScope } from './partner-scope.js';

const ID = '00000000-0000-7000-8000-00000000d3e0';
const NOBODY = '00000000-0000-7000-8000-000000000000';
const YEAR_MILLISECONDS = 365 * 86_400_000;

/** What docs/integrators.md prints. Public, like the demo's passwords; exists in a demonstration only. */
export const DEMO_CLIENT = {
  name: '演示接口客户端',
  clientId: 'kp_demo',
  secret: 'public-demo-secret',
} as const;

/** Lets a programmer get a first answer from a demonstration without asking anybody. */
@Injectable()
export class DemoClient implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Good for a year from the last start; stays revoked once an administrator revoked it. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.demo) return;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + YEAR_MILLISECONDS);
    const { name, clientId, secret } = DEMO_CLIENT;
    await this.dataSource.query(
      `INSERT INTO api_client (id, name, client_id, secret_hash, scopes, created_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)`,
      [
        ID,
        name,
        clientId,
        hashSecret(secret),
        JSON.stringify([PartnerScope.VERIFY_CERTIFICATES]),
        NOBODY,
        now,
        expiresAt,
      ],
    );
  }
}
