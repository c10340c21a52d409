import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { CertificateCells } from './certificate-cells.js';
import { CertificateLinks } from './certificate-links.js';
import { CertificateNumbers } from './certificate-numbers.js';
import { CertificatePaper } from './certificate-paper.js';
import { CertificateReader } from './certificate-reader.js';
import { CertificateRegister } from './certificate-register.js';
import { CertificateRow } from './certificate.entity.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesResolver } from './certificates.resolver.js';
import { Certifying } from './certifying.js';
import { HeldItems } from './held-items.js';
import { Issuance } from './issuance.js';
import { HolderCorrections } from './holder-corrections.js';
import { IssuanceResolver } from './issuance.resolver.js';
import { IssueBatches } from './issue-batches.js';
import { IssueLineLoader } from './issue-line-loader.js';
import { IssueLineRow } from './issue-line.entity.js';
import { IssuedCertificates } from './issued-certificates.js';
import { IssueLines } from './issue-lines.js';
import { IssuingService } from './issuing.service.js';
import { IssuingTermsReader } from './issuing-terms.js';
import { NumberLedger } from './number-ledger.js';
import { PapersController } from './papers.controller.js';
import { PrintingService } from './printing.service.js';
import { Replacing } from './replacing.js';
import { CertificateListeners, IssueLineListeners } from './source-listeners.js';
import { StandingCases } from './standing/standing-cases.js';
import { StandingCertificates } from './standing/standing-certificates.js';
import { StandingChangeRow } from './standing/standing-change.entity.js';
import { StandingDecisions } from './standing/standing-decisions.service.js';
import { StandingEffects } from './standing/standing-effects.js';
import { StandingFacts } from './standing/standing-facts.js';
import { StandingLapses } from './standing/standing-lapses.js';
import { StandingLedger } from './standing/standing-ledger.js';
import { StandingPartsResolver } from './standing/standing-parts.resolver.js';
import { StandingProposals } from './standing/standing-proposals.service.js';
import { StandingReader } from './standing/standing-reader.js';
import { StandingQueries } from './standing/standing.queries.js';
import { StandingResolver } from './standing/standing.resolver.js';
import { Verification } from './verification.js';

const EXPORTED = [
  HolderCorrections,
  CertificateListeners,
  CertificateReader,
  CertificateRegister,
  HeldItems,
  Issuance,
  IssueBatches,
  IssuedCertificates,
  IssueLineListeners,
  NumberLedger,
  StandingDecisions,
  StandingProposals,
  Verification,
];

/** The register of certificates: issuing, printing, verification. Knows no applications. */
@Module({
  imports: [
    AttachmentsModule,
    AuthModule,
    CatalogueModule,
    DocumentsModule,
    NotificationsModule,
    TypeOrmModule.forFeature([CertificateRow, IssueLineRow, StandingChangeRow]),
  ],
  controllers: [PapersController],
  providers: [
    ...EXPORTED,
    CertificateCells,
    CertificateLinks,
    CertificateNumbers,
    CertificatePaper,
    CertificatesQueries,
    CertificatesResolver,
    Certifying,
    IssuanceResolver,
    IssueLineLoader,
    IssueLines,
    IssuingService,
    IssuingTermsReader,
    PrintingService,
    Replacing,
    StandingCases,
    StandingCertificates,
    StandingEffects,
    StandingFacts,
    StandingLapses,
    StandingLedger,
    StandingPartsResolver,
    StandingQueries,
    StandingReader,
    StandingResolver,
  ],
  exports: EXPORTED,
})
export class CertificatesModule {}
