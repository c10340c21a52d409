import type { Type } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { ExamsModule } from './exams/exams.module.js';
import { IntegrationModule } from './integration/integration.module.js';
import { MajorsModule } from './majors/majors.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { ProfileModule } from './profile/profile.module.js';
import { SiteModule } from './site/site.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';

/** Every domain of the server, lowest first (architecture: who may import whom). */
export const DOMAIN_MODULES: Type[] = [
  CatalogueModule,
  MajorsModule,
  AuthModule,
  AttachmentsModule,
  ProfileModule,
  CertificatesModule,
  ExamsModule,
  RegistrationsModule,
  NotificationsModule,
  IntegrationModule,
  SiteModule,
];
