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
import { AnswersService } from './applying/answers.service.js';
import { ApplicantResolver } from './applying/applicant.resolver.js';
import { Applicants } from './applying/applicants.js';
import { ApplicationCells } from './cases/application-cells.js';
import { ApplicationDetails } from './cases/application-details.js';
import { ApplicationRow } from './cases/application.entity.js';
import { ApplicationQueries } from './cases/application.queries.js';
import { ApplicationConnectionResolver } from './cases/application-connection.resolver.js';
import { ApplicationResolver } from './cases/application.resolver.js';
import { ApplyingService } from './applying/applying.service.js';
import { ApprovedCorrections } from './requests/approved-corrections.js';
import { CaseCommands } from './cases/case-commands.js';
import { CaseFacts } from './cases/case-facts.js';
import { CaseFiles } from './cases/case-files.js';
import { CaseFlags } from './cases/case-flags.js';
import { CaseMaterials } from './cases/case-materials.js';
import { CaseNotices } from './cases/case-notices.js';
import { CaseOffices } from './cases/case-offices.js';
import { CasePages } from './cases/case-pages.js';
import { ApplicationNumbers } from './cases/application-numbers.js';
import { CaseSeats } from './cases/case-seats.js';
import { CaseView } from './cases/case-view.js';
import { Completeness } from './applying/completeness.js';
import { CertificateRequestsResolver } from './requests/certificate-requests.resolver.js';
import { Deletions } from './cases/deletions.js';
import { DeskResolver } from './desk/desk.resolver.js';
import { Desk, DeskWork } from './desk/desk.js';
import { FiledPersons } from './cases/filed-persons.js';
import { FormsController } from './forms/forms.controller.js';
import { ForwardingService } from './forwarding/forwarding.service.js';
import { IdNumberClaims } from './applying/id-number-claims.js';
import { LinesToIssue } from './forwarding/lines-to-issue.js';
import { MovesService } from './cases/moves.service.js';
import { PaperEffects } from './applying/paper-effects.js';
import { NewCases } from './applying/new-cases.js';
import { OpenRequests } from './requests/open-requests.js';
import { PapersService } from './applying/papers.service.js';
import { PlanAssigning } from './desk/plan-assigning.service.js';
import { PlacedFiles } from './applying/placed-files.js';
import { PrintedForms } from './forms/printed-forms.js';
import { PublishedExams } from './results/published-exams.js';
import { RegistrationsQueries } from './cases/registrations.queries.js';
import { RestoreDeadline } from './cases/restore-deadline.js';
import { RequestChoices } from './requests/request-choices.js';
import { RequestDetails } from './requests/request-details.js';
import { RequestPartsResolver } from './requests/request-parts.resolver.js';
import { RequestingService } from './requests/requesting.service.js';
import { Requests } from './requests/requests.js';
import { ResultFlags } from './results/result-flags.js';
import { ResultRows } from './results/result-rows.js';
import { ResultsService } from './results/results.service.js';
import { ReturnDue } from './cases/return-due.js';
import { ReturnExpiry } from './cases/return-expiry.js';
import { ReviewTargets } from './desk/review-targets.js';
import { ReviewService } from './desk/review.service.js';
import { Submissions } from './applying/submissions.js';
import { SignedForms } from './forms/signed-forms.js';
import { SlotHandOffResolver } from './applying/slot-hand-off.resolver.js';
import { SlotHandOff } from './applying/slot-hand-off.js';
import { SubmittingService } from './applying/submitting.service.js';

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
