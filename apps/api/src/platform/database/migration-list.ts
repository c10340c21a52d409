import type { MigrationInterface } from 'typeorm';
import { CreatePlatform1764000000000 } from '../../migrations/1764000000000-create-platform.js';
import { AddOutboxLanes1764010000000 } from '../../migrations/1764010000000-add-outbox-lanes.js';
import { CreateCatalogue1764100000000 } from '../../migrations/1764100000000-create-catalogue.js';
import { CreateMajors1764110000000 } from '../../migrations/1764110000000-create-majors.js';
import { RememberRulePlanners1764120000000 } from '../../migrations/1764120000000-remember-rule-planners.js';
import { CreateAccounts1764200000000 } from '../../migrations/1764200000000-create-accounts.js';
import { CreatePeople1764210000000 } from '../../migrations/1764210000000-create-people.js';
import { CreateSmsMessages1764220000000 } from '../../migrations/1764220000000-create-sms-messages.js';
import { CreatePhoneCodes1764230000000 } from '../../migrations/1764230000000-create-phone-codes.js';
import { ExtendSmsMessages1764240000000 } from '../../migrations/1764240000000-extend-sms-messages.js';
import { NameSessionDevices1764250000000 } from '../../migrations/1764250000000-name-session-devices.js';
import { LockSharedPhones1764260000000 } from '../../migrations/1764260000000-lock-shared-phones.js';
import { CreateAttachments1764300000000 } from '../../migrations/1764300000000-create-attachments.js';
import { CreateUploadSessions1764310000000 } from '../../migrations/1764310000000-create-upload-sessions.js';
import { AddFileNotes1764320000000 } from '../../migrations/1764320000000-add-file-notes.js';
import { CreateCertificates1764400000000 } from '../../migrations/1764400000000-create-certificates.js';
import { GuardNumberLedger1764410000000 } from '../../migrations/1764410000000-guard-number-ledger.js';
import { AddFirstIssueDate1764420000000 } from '../../migrations/1764420000000-add-first-issue-date.js';
import { AddCertificatePurpose1764425000000 } from '../../migrations/1764425000000-add-certificate-purpose.js';
import { RememberCorrections1764430000000 } from '../../migrations/1764430000000-remember-corrections.js';
import { CreateStandingChanges1764440000000 } from '../../migrations/1764440000000-create-standing-changes.js';
import { LetProposalsLapse1764450000000 } from '../../migrations/1764450000000-let-proposals-lapse.js';
import { CreateExams1764500000000 } from '../../migrations/1764500000000-create-exams.js';
import { CreateRegistrations1764510000000 } from '../../migrations/1764510000000-create-registrations.js';
import { AddSignedFormFinding1764520000000 } from '../../migrations/1764520000000-add-signed-form-finding.js';
import { AddCertificateRequests1764530000000 } from '../../migrations/1764530000000-add-certificate-requests.js';
import { RememberDeletions1764540000000 } from '../../migrations/1764540000000-remember-deletions.js';
import { CreateInbox1764600000000 } from '../../migrations/1764600000000-create-inbox.js';
import { CreateNoticeDeliveries1764610000000 } from '../../migrations/1764610000000-create-notice-deliveries.js';
import { AddNoticeDetails1764620000000 } from '../../migrations/1764620000000-add-notice-details.js';
import { CreateApiClients1764700000000 } from '../../migrations/1764700000000-create-api-clients.js';

/** Every migration, oldest first. Reserved number ranges: see migrations/README.md. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  CreatePlatform1764000000000,
  AddOutboxLanes1764010000000,
  CreateCatalogue1764100000000,
  CreateMajors1764110000000,
  RememberRulePlanners1764120000000,
  CreateAccounts1764200000000,
  CreatePeople1764210000000,
  CreateSmsMessages1764220000000,
  CreatePhoneCodes1764230000000,
  ExtendSmsMessages1764240000000,
  NameSessionDevices1764250000000,
  LockSharedPhones1764260000000,
  CreateAttachments1764300000000,
  CreateUploadSessions1764310000000,
  AddFileNotes1764320000000,
  CreateCertificates1764400000000,
  GuardNumberLedger1764410000000,
  AddFirstIssueDate1764420000000,
  AddCertificatePurpose1764425000000,
  RememberCorrections1764430000000,
  CreateStandingChanges1764440000000,
  LetProposalsLapse1764450000000,
  CreateExams1764500000000,
  CreateRegistrations1764510000000,
  AddSignedFormFinding1764520000000,
  AddCertificateRequests1764530000000,
  RememberDeletions1764540000000,
  CreateInbox1764600000000,
  CreateNoticeDeliveries1764610000000,
  AddNoticeDetails1764620000000,
  CreateApiClients1764700000000,
];
