import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { Authenticator } from '../platform/access/authenticator.js';
import { AccountCells } from './accounts/account-cells.js';
import { AccountKeys } from './accounts/account-keys.js';
import { AccountNames } from './accounts/account-names.js';
import { AccountEntity, AccountRoleEntity, SessionEntity } from './accounts/account.entity.js';
import { Accounts } from './accounts/accounts.js';
import { CandidateDocuments } from './accounts/candidate-documents.js';
import { CaptchaText } from './human-check/captcha-text.js';
import { Captchas } from './human-check/captchas.js';
import { HumanCheck } from './human-check/human-check.js';
import { ProofsOfWork } from './human-check/proofs-of-work.js';
import { LogInThrottle } from './logging-in/log-in-throttle.js';
import { LogInService } from './logging-in/log-in.service.js';
import { OneTimeCodes } from './logging-in/one-time-codes.js';
import { PasswordPolicy } from './logging-in/password-policy.js';
import { Passwords } from './logging-in/passwords.js';
import { PhoneCodeEntity } from './logging-in/phone-code.entity.js';
import { PhoneCodes } from './logging-in/phone-codes.js';
import { SecondFactorChallengeEntity } from './logging-in/second-factor-challenge.entity.js';
import { SecondFactors } from './logging-in/second-factors.js';
import { AccessTokenStrategy } from './sessions/access-token.strategy.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { OwnSessions } from './sessions/own-sessions.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { SessionAuthenticator } from './sessions/session-authenticator.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionGrants } from './sessions/session-grants.js';
import { SessionReader } from './sessions/session-reader.js';
import { SessionService } from './sessions/session.service.js';
import { Sessions } from './sessions/sessions.js';
import { AuthResolver } from './auth.resolver.js';

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
