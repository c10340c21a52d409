import { Module } from '@nestjs/common';
import { DocumentFonts, installedFontFiles } from './document-fonts.js';
import { DocumentsService } from './documents.service.js';

/** Offers printed documents to the domains that hand in their data. */
@Module({
  providers: [
    {
      provide: DocumentsService,
      useFactory: () => new DocumentsService(new DocumentFonts(installedFontFiles(process.env))),
    },
  ],
  exports: [DocumentsService],
})
export class DocumentsModule {}
