import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { ApiClients } from './api-clients.js';
import { ApiClientsResolver } from './api-clients.resolver.js';
import { DemoClient } from './demo-client.js';
import { OauthController } from './oauth.controller.js';
import { PartnerAccess } from './partner-access.js';
import { PartnerEndpointController } from './partner-endpoint.controller.js';
import { PartnerTokens } from './partner-tokens.js';
import { PartnerVerification } from './partner-verification.js';
import { TokenGrants } from './token-grants.js';

/** Other systems: their clients and tokens, and the schema made for them. */
@Module({
  imports: [CatalogueModule, CertificatesModule],
  controllers: [OauthController, PartnerEndpointController],
  providers: [
    ApiClients,
    ApiClientsResolver,
    DemoClient,
    PartnerAccess,
    PartnerTokens,
    PartnerVerification,
    TokenGrants,
  ],
})
export class IntegrationModule {}
