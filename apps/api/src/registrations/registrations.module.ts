import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { ExamsModule } from '../exams/exams.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { ProfileModule } from '../profile/profile.module.js';
import { AnswersService } from './answers.service.js';
import { ApplicantResolver } from './applicant.resolver.js';
import { Applicants } from './applicants.js';
import { ApplicationCells } from './application-cells.js';
import { ApplicationDetails } from './application-details.js';
import { ApplicationRow } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationConnectionResolver } from './application-connection.resolver.js';
import { ApplicationResolver } from './application.resolver.js';
import { ApplyingService } from './applying.service.js';
import { ApprovedCorrections } from './approved-corrections.js';
import { CaseCommands } from './case-commands.js';
import { CaseFacts } from './case-facts.js';
import { CaseFiles } from './case-files.js';
import { CaseFlags } from './case-flags.js';
import { CaseMaterials } from './case-materials.js';
import { CaseNotices } from './case-notices.js';
import { CaseOffices } from './case-offices.js';
import { CasePages } from './case-pages.js';
import { ApplicationNumbers } from './application-numbers.js';
import { CaseSeats } from './case-seats.js';
import { CaseView } from './case-view.js';
import { Completeness } from './completeness.js';
import { CertificateRequestsResolver } from './certificate-requests.resolver.js';
import { Deletions } from './deletions.js';
import { DeskResolver } from './desk.resolver.js';
import { Desk, DeskWork } from './desk.js';
import { FiledPersons } from './filed-persons.js';
import { FormsController } from './forms.controller.js';
import { ForwardingService } from './forwarding.service.js';
import { IdNumberClaims } from './id-number-claims.js';
import { LinesToIssue } from './lines-to-issue.js';
import { MovesService } from './moves.service.js';
import { PaperEffects } from './paper-effects.js';
import { NewCases } from './new-cases.js';
import { OpenRequests } from './open-requests.js';
import { PapersService } from './papers.service.js';
import { PlanAssigning } from './plan-assigning.service.js';
import { PlacedFiles } from './placed-files.js';
import { PrintedForms } from './printed-forms.js';
import { PublishedExams } from './published-exams.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RestoreDeadline } from './restore-deadline.js';
import { RequestChoices } from './request-choices.js';
import { RequestDetails } from './request-details.js';
import { RequestPartsResolver } from './request-parts.resolver.js';
import { RequestingService } from './requesting.service.js';
import { Requests } from './requests.js';
import { ResultFlags } from './result-flags.js';
import { ResultRows } from './result-rows.js';
import { ResultsService } from './results.service.js';
import { ReturnDue } from './return-due.js';
import { ReturnExpiry } from './return-expiry.js';
import { ReviewTargets } from './review-targets.js';
import { ReviewService } from './review.service.js';
import { Submissions } from './submissions.js';
import { SignedForms } from './signed-forms.js';
import { SlotHandOffResolver } from './slot-hand-off.resolver.js';
import { SlotHandOff } from './slot-hand-off.js';
import { SubmittingService } from './submitting.service.js';

/** Applying, review desk, marks and forwarding. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ApplicationRow]),
    AttachmentsModule,
    AuthModule,
    CatalogueModule,
    CertificatesModule,
    DocumentsModule,
    ExamsModule,
    NotificationsModule,
    ProfileModule,
  ],
  controllers: [FormsController],
  providers: [
    AnswersService,
    ApplicantResolver,
    Applicants,
    ApplicationCells,
    ApplicationDetails,
    ApplicationQueries,
    ApplicationConnectionResolver,
    ApplicationResolver,
    ApplyingService,
    ApprovedCorrections,
    CaseCommands,
    CaseFacts,
    CaseFiles,
    CaseFlags,
    CaseMaterials,
    CaseNotices,
    CaseOffices,
    CasePages,
    ApplicationNumbers,
    CaseSeats,
    CaseView,
    CertificateRequestsResolver,
    Completeness,
    Desk,
    Deletions,
    DeskResolver,
    DeskWork,
    FiledPersons,
    ForwardingService,
    IdNumberClaims,
    LinesToIssue,
    MovesService,
    NewCases,
    OpenRequests,
    PaperEffects,
    PapersService,
    SignedForms,
    SlotHandOff,
    SlotHandOffResolver,
    PlacedFiles,
    PlanAssigning,
    PrintedForms,
    PublishedExams,
    RegistrationsQueries,
    RequestChoices,
    RestoreDeadline,
    RequestDetails,
    RequestPartsResolver,
    RequestingService,
    Requests,
    ResultFlags,
    ResultRows,
    ResultsService,
    ReturnDue,
    ReturnExpiry,
    ReviewService,
    ReviewTargets,
    Submissions,
    SubmittingService,
  ],
  exports: [
    ApplyingService,
    RequestingService,
    AnswersService,
    PapersService,
    SubmittingService,
    MovesService,
    ReviewService,
    ReviewTargets,
    ResultsService,
    ForwardingService,
    CasePages,
  ],
})
export class RegistrationsModule {}
