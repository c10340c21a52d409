import { Injectable } from '@nestjs/common';
import { readUpload } from '../../attachments/read-upload.js';
import type { UploadArg } from '../../attachments/upload-arg.js';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import type { PageArgs } from '../../platform/graphql/page.js';
import { AnswersService } from './answers.service.js';
import type {
  RemoveAttachmentResult,
  SaveAnswersResult,
  StartApplicationResult,
  SubmitApplicationResult,
  UploadAttachmentResult,
} from '../cases/application.errors.js';
import type {
  RemoveAttachmentInput,
  SaveAnswersInput,
  StartApplicationInput,
  SubmitApplicationInput,
  UploadAttachmentInput,
} from './application.inputs.js';
import type { Application, ApplicationConnection } from '../cases/application.type.js';
import { ApplyingService } from './applying.service.js';
import { CasePages } from '../cases/case-pages.js';
import type { EligibilityReport } from './eligibility.type.js';
import { PapersService } from './papers.service.js';
import { SubmittingService } from './submitting.service.js';
import type { ApplicationTab } from '../cases/workflow-enums.js';

/** A candidate's commands and reads, answered with the case as it is afterwards. */
@Injectable()
export class Applicants {
  constructor(
    private readonly applying: ApplyingService,
    private readonly answers: AnswersService,
    private readonly papers: PapersService,
    private readonly submitting: SubmittingService,
    private readonly pages: CasePages,
  ) {}

  /** @throws NOT_FOUND for a type or item nobody can apply for. */
  async eligibility(actor: Actor, type: string, itemCode: string): Promise<EligibilityReport> {
    const report = await this.applying.eligibility(actor, type, itemCode);
    if (!report) throw accident('NOT_FOUND');
    return report;
  }

  mine(actor: Actor, tab: ApplicationTab | null, page: PageArgs): Promise<ApplicationConnection> {
    return this.pages.mine(actor, tab, page);
  }

  one(actor: Actor, id: string): Promise<Application> {
    return this.pages.one(actor, id);
  }

  async start(actor: Actor, input: StartApplicationInput): Promise<typeof StartApplicationResult> {
    return this.pages.after(actor, await this.applying.start(actor, input));
  }

  async save(actor: Actor, input: SaveAnswersInput): Promise<typeof SaveAnswersResult> {
    return this.pages.after(actor, await this.answers.save(actor, input));
  }

  async upload(
    actor: Actor,
    input: UploadAttachmentInput,
    file: UploadArg,
  ): Promise<typeof UploadAttachmentResult> {
    const incoming = await readUpload(file);
    if (!incoming.ok) return this.papers.refused(actor, incoming);
    return this.pages.after(actor, await this.papers.upload(actor, input, incoming));
  }

  async remove(actor: Actor, input: RemoveAttachmentInput): Promise<typeof RemoveAttachmentResult> {
    return this.pages.after(actor, await this.papers.remove(actor, input));
  }

  async submit(
    actor: Actor,
    input: SubmitApplicationInput,
  ): Promise<typeof SubmitApplicationResult> {
    return this.pages.after(actor, await this.submitting.submit(actor, input));
  }
}
