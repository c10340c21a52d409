import type { Type } from '@nestjs/common';
import { UploadSessionsResolver } from './attachments/handoff/upload-sessions.resolver.js';
import { AuthResolver } from './auth/auth.resolver.js';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { CertificatesResolver } from './certificates/certificates.resolver.js';
import { IssuanceResolver } from './certificates/issuance.resolver.js';
import { StandingPartsResolver } from './certificates/standing/standing-parts.resolver.js';
import { StandingResolver } from './certificates/standing/standing.resolver.js';
import { ExamsResolver } from './exams/exams.resolver.js';
import { PlanResolver } from './exams/plan.resolver.js';
import { RuleChangesResolver } from './catalogue/rule-changes/rule-changes.resolver.js';
import { ApiClientsResolver } from './integration/api-clients.resolver.js';
import { MajorsResolver } from './majors/majors.resolver.js';
import { InboxResolver } from './notifications/inbox.resolver.js';
import { NoticePreferencesResolver } from './notifications/notice-preferences.resolver.js';
import { AccountResolver } from './profile/account.resolver.js';
import { PhoneAccessResolver } from './profile/phone-access.resolver.js';
import { PhotoHandOffResolver } from './profile/handoff/photo-hand-off.resolver.js';
import { ProfileResolver } from './profile/profile.resolver.js';
import { ApplicantResolver } from './registrations/applying/applicant.resolver.js';
import { ApplicationConnectionResolver } from './registrations/cases/application-connection.resolver.js';
import { ApplicationResolver } from './registrations/cases/application.resolver.js';
import { CertificateRequestsResolver } from './registrations/requests/certificate-requests.resolver.js';
import { DeskResolver } from './registrations/desk/desk.resolver.js';
import { SlotHandOffResolver } from './registrations/applying/slot-hand-off.resolver.js';
import { RequestPartsResolver } from './registrations/requests/request-parts.resolver.js';
import { SiteResolver } from './site/site.resolver.js';

/** Every resolver of `/graphql`, for printing the schema without starting the server. */
export const RESOLVERS: Type[] = [
  CatalogueResolver,
  MajorsResolver,
  AuthResolver,
  UploadSessionsResolver,
  ProfileResolver,
  PhoneAccessResolver,
  AccountResolver,
  PhotoHandOffResolver,
  InboxResolver,
  NoticePreferencesResolver,
  IssuanceResolver,
  CertificatesResolver,
  StandingResolver,
  StandingPartsResolver,
  ExamsResolver,
  PlanResolver,
  ApplicantResolver,
  ApplicationResolver,
  ApplicationConnectionResolver,
  CertificateRequestsResolver,
  RequestPartsResolver,
  DeskResolver,
  SlotHandOffResolver,
  ApiClientsResolver,
  RuleChangesResolver,
  SiteResolver,
];
