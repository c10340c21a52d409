import {
  Controller,
  Get,
  Inject,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrintedForms } from './printed-forms.js';
import { SignedUrls } from '../../platform/crypto/signed-url.js';
import { ReadLog } from '../../platform/http/read-log.js';
import { UnavailableFilter } from '../../platform/http/unavailable.filter.js';
import { FORM_PATH } from '../cases/application-details.js';

/** `/files/forms/<application>?e=…&s=…`: the printed application form, while the signature is good. */
@Controller('files/forms')
@UseFilters(UnavailableFilter)
export class FormsController {
  constructor(
    @Inject(PrintedForms) private readonly forms: PrintedForms,
    private readonly urls: SignedUrls,
    private readonly reads: ReadLog,
  ) {}

  @Get(':id')
  async form(
    @Param('id') id: string,
    @Query('e') expires: string | undefined,
    @Query('s') signature: string | undefined,
    @Query('r') reader: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readerId = reader ?? null;
    if (!this.urls.isValid(`${FORM_PATH}${id}`, expires, signature, readerId)) {
      throw new NotFoundException();
    }
    const form = await this.forms.ofApplication(id, readerId === null);
    if (!form) throw new NotFoundException();
    await this.reads.record(readerId, { operation: 'openForm', subjectId: id }, request);
    await reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="${form.number}.pdf"`)
      .header('Cross-Origin-Resource-Policy', 'same-origin')
      .send(form.pdf);
  }
}
