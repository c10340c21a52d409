import { Module } from '@nestjs/common';
import { SiteResolver } from './site.resolver.js';

/** What an installation says about itself. */
@Module({ providers: [SiteResolver] })
export class SiteModule {}
