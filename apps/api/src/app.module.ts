import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from './platform/config/settings.js';
import { SettingsModule } from './platform/config/settings.module.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { guardedDriver } from './platform/database/guarded-pool.js';
import { DOMAIN_MODULES } from './domain-modules.js';
import { GraphqlApiModule } from './platform/graphql/graphql-api.module.js';
import { loggerOptions } from './platform/logging/logger-options.js';
import { PlatformModule } from './platform/platform.module.js';

/** The whole server for given settings. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(settings)),
        SettingsModule.with(settings),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings.databaseUrl, guardedDriver),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        PlatformModule,
        ...DOMAIN_MODULES,
        GraphqlApiModule,
      ],
    };
  }
}
