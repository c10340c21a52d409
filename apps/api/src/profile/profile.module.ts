import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { MessagesModule } from '../notifications/messages-sink.module.js';
import { NoticeRecipients } from '../notifications/notice-recipients.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { AccountNotices } from './editing/account-notices.js';
import { OwnPassword } from './editing/own-password.js';
import { PasswordChangesService } from './editing/password-changes.service.js';
import { PhoneChangesService } from './editing/phone-changes.service.js';
import { ProfileEdit } from './editing/profile-edit.js';
import { ProfileEditingService } from './editing/profile-editing.service.js';
import { PhotoHandOffResolver } from './handoff/photo-hand-off.resolver.js';
import { PhotoHandOff } from './handoff/photo-hand-off.service.js';
import { IdentityCorrections } from './person/identity-corrections.js';
import { People } from './person/people.js';
import { PersonCells } from './person/person-cells.js';
import { PersonReader } from './person/person-reader.js';
import { ConsentEntity, PersonEntity } from './person/person.entity.js';
import { ProfileQueries } from './person/profile.queries.js';
import { CodeTries } from './phone/code-tries.js';
import { PhoneLogInService } from './phone/phone-log-in.service.js';
import { SharedPhones } from './phone/shared-phones.js';
import { SmsBudgets } from './phone/sms-budgets.js';
import { StatedCodesService } from './phone/stated-codes.service.js';
import { AccountSeeder } from './registering/account-seeder.js';
import { RegisteringService } from './registering/registering.service.js';
import { RegistrationBudgets } from './registering/registration-budgets.js';
import { RegistrationCheck } from './registering/registration-check.js';
import { RegistrationCodesService } from './registering/registration-codes.service.js';
import { RegistrationCookie } from './registering/registration-cookie.js';
import { RegistrationDraftsService } from './registering/registration-drafts.service.js';
import { RegistrationNotices } from './registering/registration-notices.js';
import { RegistrationSessionEntity } from './registering/registration-session.entity.js';
import { RegistrationSessions } from './registering/registration-sessions.js';
import { AccountResolver } from './account.resolver.js';
import { PhoneAccessResolver } from './phone-access.resolver.js';
import { ProfileResolver } from './profile.resolver.js';

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
