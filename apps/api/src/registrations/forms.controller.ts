import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PrintedForms } from './printed-forms.js';
import { SignedUrls } from '../platform/crypto/signed-url.js';
import { FORM_PATH } from './application-details.js';

/** `/files/forms/<application>?e=…&s=…`: the printed application form, while the signature is good. */
@Controller('files/forms')
export class FormsController {
  constructor(
    @Inject(PrintedForms) private readonly forms: PrintedForms,
    private readonly urls: SignedUrls,
  ) {}

  @Get(':id')
  async form(
    @Param('id') id: string,
    @Query('e') expires: string | undefined,
    @Query('s') signature: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.urls.isValid(`${FORM_PATH}${id}`, expires, signature)) throw new NotFoundException();
    const form = await this.forms.ofApplication(id);
    if (!form) throw new NotFoundException();
    await reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="${form.number}.pdf"`)
      .header('Cross-Origin-Resource-Policy', 'same-origin')
      .send(form.pdf);
  }
}
