import {
  Controller,
  Get,
  Logger,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedUrls } from '../platform/crypto/signed-url.js';
import { ReadLog } from '../platform/http/read-log.js';
import { UnavailableFilter } from '../platform/http/unavailable.filter.js';
import { contentDisposition } from './file-name.js';
import { StoredFiles } from './stored-files.js';

const ID = /^[0-9a-f-]{36}$/;

/**
 * Gives a file to whoever holds its signed address (security.md P16). Sandboxed and never kept by
 * browser or proxy; everything that is wrong with an address, or with the file, is one 404.
 */
@Controller('files')
@UseFilters(UnavailableFilter)
export class FilesController {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly files: StoredFiles,
    private readonly urls: SignedUrls,
    private readonly reads: ReadLog,
  ) {}

  @Get(':disposition/:id')
  async download(
    @Param('disposition') disposition: string,
    @Param('id') id: string,
    @Query('e') expires: unknown,
    @Query('s') signature: unknown,
    @Query('r') reader: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readerId = typeof reader === 'string' ? reader : null;
    const isOurs =
      ID.test(id) &&
      typeof expires === 'string' &&
      typeof signature === 'string' &&
      this.urls.isValid(`/files/${disposition}/${id}`, expires, signature, readerId);
    if (!isOurs) throw new NotFoundException();
    const { name, mime, content } = await this.open(id);
    await this.reads.record(readerId, { operation: 'openFile', subjectId: id }, request);
    const isShown = disposition === 'inline' && mime !== 'application/pdf';
    await reply
      .headers({
        'Content-Type': mime,
        'Content-Length': content.length,
        'Content-Disposition': contentDisposition(isShown ? 'inline' : 'attachment', name),
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'no-store',
      })
      .send(content);
  }

  private async open(id: string): Promise<{ name: string; mime: string; content: Buffer }> {
    try {
      const file = await this.files.byId(id);
      return {
        name: this.files.fileName(file),
        mime: file.mime,
        content: await this.files.bytes(id),
      };
    } catch (thrown) {
      // A file that is there but does not open was damaged or exchanged: somebody must look.
      if (!(thrown instanceof GraphQLError)) this.logger.error({ fileId: id, err: thrown });
      throw new NotFoundException();
    }
  }
}
