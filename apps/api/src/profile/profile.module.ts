import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { MessagesModule } from '../notifications/messages-sink.module.js';
import { NoticeRecipients } from '../notifications/notice-recipients.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { AccountNotices } from './account-notices.js';
import { AccountResolver } from './account.resolver.js';
import { AccountSeeder } from './account-seeder.js';
import { CodeTries } from './code-tries.js';
import { OwnPassword } from './own-password.js';
import { PasswordChangesService } from './password-changes.service.js';
import { IdentityCorrections } from './identity-corrections.js';
import { People } from './people.js';
import { PersonCells } from './person-cells.js';
import { PersonReader } from './person-reader.js';
import { ConsentEntity, PersonEntity } from './person.entity.js';
import { PhoneAccessResolver } from './phone-access.resolver.js';
import { PhoneChangesService } from './phone-changes.service.js';
import { PhoneLogInService } from './phone-log-in.service.js';
import { PhotoHandOffResolver } from './photo-hand-off.resolver.js';
import { PhotoHandOff } from './photo-hand-off.service.js';
import { ProfileEdit } from './profile-edit.js';
import { ProfileEditingService } from './profile-editing.service.js';
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
import { SharedPhones } from './shared-phones.js';
import { SmsBudgets } from './sms-budgets.js';
import { StatedCodesService } from './stated-codes.service.js';

/** The candidate's person record, and how somebody becomes a candidate. */
@Module({
  imports: [
    AuthModule,
    AttachmentsModule,
    CatalogueModule,
    NotificationsModule,
    MessagesModule,
    TypeOrmModule.forFeature([PersonEntity, ConsentEntity, RegistrationSessionEntity]),
  ],
  providers: [
    AccountNotices,
    AccountResolver,
    AccountSeeder,
    CodeTries,
    OwnPassword,
    PasswordChangesService,
    IdentityCorrections,
    People,
    PersonCells,
    PersonReader,
    PhoneAccessResolver,
    PhoneChangesService,
    PhoneLogInService,
    PhotoHandOff,
    PhotoHandOffResolver,
    ProfileEdit,
    ProfileEditingService,
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
    SharedPhones,
    SmsBudgets,
    StatedCodesService,
  ],
  exports: [AccountSeeder, IdentityCorrections, PersonReader],
})
export class ProfileModule implements OnModuleInit {
  constructor(
    private readonly recipients: NoticeRecipients,
    private readonly reader: PersonReader,
  ) {}

  /** Notices import no domain: they are told here where people are reached. */
  onModuleInit(): void {
    this.recipients.register((accountId) => this.reader.contact(accountId));
  }
}
