import { Module } from '@nestjs/common';
import { Inbox } from './inbox.js';
import { InboxQueries } from './inbox.queries.js';
import { InboxResolver } from './inbox.resolver.js';
import { NoticeChannels } from './notice-channels.js';

/** Tells people what happened; is handed plain data and knows no domain. */
@Module({
  providers: [Inbox, InboxQueries, InboxResolver, NoticeChannels],
  exports: [Inbox, NoticeChannels],
})
export class NotificationsModule {}
