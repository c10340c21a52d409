import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Inbox } from './inbox.js';
import { InboxCells } from './inbox-cells.js';
import { InboxQueries } from './inbox.queries.js';
import { InboxResolver } from './inbox.resolver.js';
import { MessagesModule } from './messages-sink.module.js';
import { NoticeDelivery } from './notice-delivery.js';
import { NoticeLetters } from './notice-letters.js';
import { NoticePreferenceEntity } from './notice-preference.entity.js';
import { NoticePreferencesResolver } from './notice-preferences.resolver.js';
import { NoticePreferencesService } from './notice-preferences.service.js';
import { NoticeRecipients } from './notice-recipients.js';
import { NoticeRoutes } from './notice-routes.js';

/** Tells people what happened; is handed plain data and knows no domain. */
@Module({
  imports: [MessagesModule, TypeOrmModule.forFeature([NoticePreferenceEntity])],
  providers: [
    Inbox,
    InboxCells,
    InboxQueries,
    InboxResolver,
    NoticeDelivery,
    NoticeLetters,
    NoticePreferencesResolver,
    NoticePreferencesService,
    NoticeRecipients,
    NoticeRoutes,
  ],
  exports: [Inbox, NoticePreferencesService, NoticeRecipients],
})
export class NotificationsModule {}
