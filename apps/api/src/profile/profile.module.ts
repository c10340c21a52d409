import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DemoMessagesModule } from '../notifications/messages-sink.module.js';
import { AccountSeeder } from './account-seeder.js';
import { People } from './people.js';
import { PersonCells } from './person-cells.js';
import { PersonReader } from './person-reader.js';
import { ConsentEntity, PersonEntity } from './person.entity.js';
import { PhotoHandOffResolver } from './photo-hand-off.resolver.js';
import { PhotoHandOff } from './photo-hand-off.service.js';
import { ProfileQueries } from './profile.queries.js';
import { ProfileResolver } from './profile.resolver.js';
import { RegisteringService } from './registering.service.js';
import { RegistrationBudgets } from './registration-budgets.js';
import { RegistrationCheck } from './registration-check.js';
import { RegistrationCodesService } from './registration-codes.service.js';
import { RegistrationCookie } from './registration-cookie.js';
import { RegistrationDraftsService } from './registration-drafts.service.js';
import { RegistrationNotices } from './registration-notices.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import { SmsBudgets } from './sms-budgets.js';

/** The candidate's person record, and how somebody becomes a candidate. */
@Module({
  imports: [
    AuthModule,
    AttachmentsModule,
    CatalogueModule,
    DemoMessagesModule,
    TypeOrmModule.forFeature([PersonEntity, ConsentEntity, RegistrationSessionEntity]),
  ],
  providers: [
    AccountSeeder,
    People,
    PersonCells,
    PersonReader,
    PhotoHandOff,
    PhotoHandOffResolver,
    ProfileQueries,
    ProfileResolver,
    RegisteringService,
    RegistrationBudgets,
    RegistrationCheck,
    RegistrationCodesService,
    RegistrationCookie,
    RegistrationDraftsService,
    RegistrationNotices,
    RegistrationSessions,
    SmsBudgets,
  ],
  exports: [AccountSeeder, PersonReader],
})
export class ProfileModule {}
