import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { Authenticator } from '../platform/access/authenticator.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokens } from './access-tokens.js';
import { AccountCells } from './account-cells.js';
import { AccountKeys } from './account-keys.js';
import { AccountNames } from './account-names.js';
import { AccountEntity, AccountRoleEntity, SessionEntity } from './account.entity.js';
import { Accounts } from './accounts.js';
import { AuthResolver } from './auth.resolver.js';
import { CandidateDocuments } from './candidate-documents.js';
import { CaptchaText } from './captcha-text.js';
import { Captchas } from './captchas.js';
import { HumanCheck } from './human-check.js';
import { LogInThrottle } from './log-in-throttle.js';
import { LogInService } from './log-in.service.js';
import { OneTimeCodes } from './one-time-codes.js';
import { PhoneCodeEntity } from './phone-code.entity.js';
import { PhoneCodes } from './phone-codes.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordPolicy } from './password-policy.js';
import { Passwords } from './passwords.js';
import { ProofsOfWork } from './proofs-of-work.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SecondFactorChallengeEntity } from './second-factor-challenge.entity.js';
import { SecondFactors } from './second-factors.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionCookie } from './session-cookie.js';
import { SessionGrants } from './session-grants.js';
import { SessionReader } from './session-reader.js';
import { SessionService } from './session.service.js';
import { Sessions } from './sessions.js';

const EXPORTED = [
  AccessTokens,
  AccountKeys,
  AccountNames,
  Accounts,
  CandidateDocuments,
  HumanCheck,
  PasswordPolicy,
  LogInThrottle,
  Passwords,
  PhoneCodes,
  SessionGrants,
  SessionReader,
  Sessions,
];

/** Who somebody is: accounts, log-in, sessions. Global, because the platform asks for the Authenticator. */
@Global()
@Module({
  imports: [
    CatalogueModule,
    TypeOrmModule.forFeature([
      AccountEntity,
      AccountRoleEntity,
      SessionEntity,
      PhoneCodeEntity,
      SecondFactorChallengeEntity,
    ]),
  ],
  providers: [
    ...EXPORTED,
    AccessTokenStrategy,
    AccountCells,
    AuthResolver,
    CaptchaText,
    Captchas,
    LogInService,
    OneTimeCodes,
    OwnSessions,
    ProofsOfWork,
    RefreshTokens,
    SecondFactors,
    SessionCookie,
    SessionService,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [...EXPORTED, Authenticator],
})
export class AuthModule {}
