import { Global, Module, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access/access-check.js';
import { AccessGuard } from './access/access.guard.js';
import { Clock } from './clock/clock.js';
import { Rounds } from './clock/rounds.js';
import { FieldCipher } from './crypto/field-cipher.js';
import { SignedUrls } from './crypto/signed-url.js';
import { AuditLog } from './database/audit-log.js';
import { Transactions } from './database/transactions.js';
import { ReadLog } from './http/read-log.js';
import { AccidentFilter } from './graphql/accident.filter.js';
import { HealthController } from './health/health.controller.js';
import { RateLimits } from './limits/rate-limits.js';
import { OutboxHandlers } from './outbox/outbox-handlers.js';
import { OutboxState } from './outbox/outbox-state.js';
import { OutboxWorker } from './outbox/outbox-worker.js';
import { UploadVisitors } from './http/upload-visitors.js';
import { FileStore } from './storage/file-store.js';

const SERVICES = [
  Clock,
  Rounds,
  FieldCipher,
  SignedUrls,
  AuditLog,
  Transactions,
  RateLimits,
  ReadLog,
  OutboxHandlers,
  FileStore,
  UploadVisitors,
];

/** What every domain stands on; knows no domain. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [
    ...SERVICES,
    OutboxState,
    OutboxWorker,
    AccessCheck,
    { provide: APP_FILTER, useClass: AccidentFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    // No `whitelist`: GraphQL already refuses unknown fields, and it would strip those without a validator.
    { provide: APP_PIPE, useFactory: () => new ValidationPipe({ transform: true }) },
  ],
  exports: [...SERVICES, OutboxWorker],
})
export class PlatformModule {}
