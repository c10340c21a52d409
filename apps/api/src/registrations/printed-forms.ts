import { Inject, Injectable } from '@nestjs/common';
import { StoredFiles } from '../attachments/stored-files.js';
import { Items } from '../catalogue/items.js';
import { DocumentsService } from '../documents/documents.service.js';
import { ExamPlans } from '../exams/exam-plans.js';
import type { Actor } from '../platform/access/actor.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { itemOfCase } from './case-item.js';
import { CaseFiles } from './case-files.js';
import { applicationForm } from './form-data.js';

/** The form is an official paper; it speaks Chinese whoever prints it. */
const LANGUAGE = 'zh-CN';

/** Reads a case whoever asks: the signed address was the permission. */
const PRINTER: Actor = {
  kind: 'system',
  id: 'printed-forms',
  sessionId: null,
  roles: [],
  displayName: '',
  institutionCode: null,
  authorityCode: null,
  request: { id: 'printed-forms', ip: '', userAgent: '', language: LANGUAGE },
};

/** Draws the application form of a case's last submission; the same submission gives the same bytes. */
@Injectable()
export class PrintedForms {
  constructor(
    private readonly files: CaseFiles,
    private readonly items: Items,
    private readonly plans: ExamPlans,
    private readonly stored: StoredFiles,
    private readonly documents: DocumentsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Null while there is nothing to print. */
  async ofApplication(id: string): Promise<{ number: string; pdf: Buffer } | null> {
    const [file] = await this.files.byIds(PRINTER, [id]);
    if (!file?.submitted || file.row.number === null) return null;
    const photo = file.slots.get('PHOTO');
    const data = applicationForm(file, {
      language: LANGUAGE,
      item: await itemOfCase(this.items, file.row),
      plan: await this.plans.byId(file.row.planId, LANGUAGE),
      photo: photo ? await this.stored.photoJpeg(photo.file.id) : null,
      demo: this.settings.demo,
    });
    return { number: file.row.number, pdf: await this.documents.applicationForm(data) };
  }
}
