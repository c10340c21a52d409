import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentRow } from './attachment.entity.js';
import { FileDecoder } from './decoding/file-decoder.js';
import { FileSweeper } from './file-sweeper.js';
import { FilesController } from './files.controller.js';
import { SlotFiles } from './slot-files.js';
import { StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';
import { UploadFolder } from './upload-folder.js';

/** Files of people: taken in, checked, kept, given out; knows no applications. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, AttachmentRow])],
  controllers: [FilesController],
  providers: [StoredFiles, SlotFiles, FileDecoder, FileSweeper, UploadFolder],
  exports: [StoredFiles, SlotFiles],
})
export class AttachmentsModule {}
