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
import { RegistrationSessionEntity } from './registration-session.entity.js';

/** The candidate's person record, and how somebody becomes a candidate. */
@Module({
  imports: [
    AuthModule,
    AttachmentsModule,
    CatalogueModule,
    DemoMessagesModule,
    TypeOrmModule.forFeature([PersonEntity, ConsentEntity, RegistrationSessionEntity]),
  ],
  providers: [AccountSeeder, People, PersonCells, PersonReader],
  exports: [AccountSeeder, PersonReader],
})
export class ProfileModule {}
