import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentRow } from './attachment.entity.js';
import { FileDecoder } from './decoding/file-decoder.js';
import { FileSweeper } from './file-sweeper.js';
import { FilesController } from './files.controller.js';
import { LiveUploads } from './handoff/live-uploads.js';
import { PhoneController } from './handoff/phone.controller.js';
import { PhoneUploads } from './handoff/phone-uploads.js';
import { UploadCookie } from './handoff/upload-cookie.js';
import { UploadOwners } from './handoff/upload-owner.js';
import { UploadSessionRow } from './handoff/upload-session.entity.js';
import { UploadSessionQueries } from './handoff/upload-session.queries.js';
import { UploadSessionWatch } from './handoff/upload-session-watch.js';
import { UploadSessions } from './handoff/upload-sessions.js';
import { UploadSessionsResolver } from './handoff/upload-sessions.resolver.js';
import { SlotFiles } from './slot-files.js';
import { StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';
import { UploadFolder } from './upload-folder.js';

/** Files of people: taken in, checked, kept, given out; knows no applications. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, AttachmentRow, UploadSessionRow])],
  controllers: [FilesController, PhoneController],
  providers: [
    StoredFiles,
    SlotFiles,
    FileDecoder,
    FileSweeper,
    UploadFolder,
    UploadOwners,
    UploadCookie,
    UploadSessionQueries,
    UploadSessionWatch,
    UploadSessions,
    UploadSessionsResolver,
    LiveUploads,
    PhoneUploads,
  ],
  exports: [StoredFiles, SlotFiles, UploadSessions],
})
export class AttachmentsModule {}
