import { createHash } from 'node:crypto';
import {
  Controller,
  Get,
  Logger,
  NotFoundException,
  Param,
  Query,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { contentDisposition } from '../attachments/file-name.js';
import { SignedUrls } from '../platform/crypto/signed-url.js';
import { FileStore } from '../platform/storage/file-store.js';
import { UnavailableFilter } from '../platform/http/unavailable.filter.js';
import { paperPath } from './certificate-reader.js';

const ID = /^[0-9a-f-]{36}$/;

interface PaperRow {
  readonly number: string;
  readonly fileId: string;
  readonly hash: string;
}

/**
 * Gives a certificate's PDF to whoever holds its signed address (security.md P16). Everything that
 * is wrong with the address, or with the file, is one 404.
 */
@Controller('files/certificates')
@UseFilters(UnavailableFilter)
export class PapersController {
  private readonly logger = new Logger('Papers');

  constructor(
    private readonly dataSource: DataSource,
    private readonly urls: SignedUrls,
    private readonly vault: FileStore,
  ) {}

  @Get(':id')
  async download(
    @Param('id') id: string,
    @Query('e') expires: unknown,
    @Query('s') signature: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isOurs =
      ID.test(id) &&
      typeof expires === 'string' &&
      typeof signature === 'string' &&
      this.urls.isValid(paperPath(id), expires, signature);
    const paper = isOurs ? await this.open(id) : null;
    if (!paper) throw new NotFoundException();
    await reply
      .headers({
        'Content-Type': 'application/pdf',
        'Content-Length': paper.content.length,
        'Content-Disposition': contentDisposition('attachment', `${paper.number}.pdf`),
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'no-store',
      })
      .send(paper.content);
  }

  /** Null when there is no paper, or when it is not the one that was issued. */
  private async open(id: string): Promise<{ number: string; content: Buffer } | null> {
    const [row] = await this.dataSource.query<PaperRow[]>(
      `SELECT certificate_no AS number, pdf_file_id AS fileId, pdf_hash AS hash
       FROM certificate WHERE id = ? AND pdf_file_id IS NOT NULL`,
      [id],
    );
    if (!row) return null;
    try {
      const content = await this.vault.get(row.fileId);
      if (createHash('sha256').update(content).digest('hex') !== row.hash) {
        throw new Error(`The paper of certificate ${id} is not the one that was issued.`);
      }
      return { number: row.number, content };
    } catch (error) {
      // Missing, damaged or exchanged: somebody must look.
      this.logger.error({ certificateId: id, err: error });
      return null;
    }
  }
}
