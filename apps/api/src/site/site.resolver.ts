import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../platform/access/allow.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { MAX_UPLOAD_BYTES } from '../platform/http/uploads.js';
import { PRIVACY_NOTICE_VERSION } from '../profile/registering/consent-terms.js';
import { Configuration } from './configuration.type.js';

@Resolver()
export class SiteResolver {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Query(() => Configuration)
  @Allow('PUBLIC')
  configuration(): Configuration {
    return {
      demo: this.settings.demo,
      helpPhone: this.settings.helpPhone,
      privacyNoticeVersion: PRIVACY_NOTICE_VERSION,
      maxUploadBytes: MAX_UPLOAD_BYTES,
    };
  }
}
