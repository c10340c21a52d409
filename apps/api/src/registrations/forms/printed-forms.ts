import { Inject, Injectable } from '@nestjs/common';
import { StoredFiles } from '../../attachments/stored-files.js';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import { Items } from '../../catalogue/items/items.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import { itemsOnRecord } from '../../certificates/items-on-record.js';
import { DocumentsService } from '../../documents/documents.service.js';
import type { ApplicationFormData } from '../../documents/printed-form.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { itemOfCase } from '../cases/case-item.js';
import type { CaseFile } from '../cases/case-file.js';
import { CaseFiles } from '../cases/case-files.js';
import { contentHash, NOTHING_BESIDE } from '../cases/fingerprint.js';
import { applicationForm } from './form-data.js';
import { requestForm } from '../requests/request-form-data.js';

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

/** Draws the form of a case: of its last submission, or of what is prepared where it is signed first. The same content gives the same bytes. */
@Injectable()
export class PrintedForms {
  constructor(
    private readonly files: CaseFiles,
    private readonly items: Items,
    private readonly bodies: Bodies,
    private readonly plans: ExamPlans,
    private readonly stored: StoredFiles,
    private readonly documents: DocumentsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Null while there is nothing to print. Only its owner is shown what was not handed in yet. */
  async ofApplication(
    id: string,
    isForOwner: boolean,
  ): Promise<{ number: string; pdf: Buffer } | null> {
    const [file] = await this.files.byIds(PRINTER, [id]);
    if (!file || file.row.number === null) return null;
    const { number } = file.row;
    if (file.certificate) {
      const data = await this.request(file, file.certificate, number, isForOwner);
      return { number, pdf: await this.documents.applicationForm(data) };
    }
    if (!file.submitted) return null;
    const photo = file.slots.get('PHOTO');
    const data = applicationForm(file, {
      language: LANGUAGE,
      item: await itemOfCase(this.items, file.row),
      plan:
        file.planChoice === 'BY_STAFF' ? null : await this.plans.byId(file.row.planId, LANGUAGE),
      photo: photo ? await this.stored.photoJpeg(photo.file.id) : null,
      demo: this.settings.demo,
    });
    return { number, pdf: await this.documents.applicationForm(data) };
  }

  /** The form of a request is printed before it is sent, so it shows what its owner is preparing. */
  private async request(
    file: CaseFile,
    certificate: IssuedCertificate,
    number: string,
    isForOwner: boolean,
  ): Promise<ApplicationFormData> {
    const { row, type } = file;
    const [form] = type.forms;
    if (form === undefined) throw new Error(`${type.code} prints no form.`);
    const content = isForOwner ? await this.files.prepared(file) : file.submitted;
    if (!content) throw new Error(`Application ${row.id} has nothing to print.`);
    const hash = contentHash(type, content, NOTHING_BESIDE);
    const authorities = await this.bodies.authorities([certificate.authorityCode], LANGUAGE);
    const itemOf = await itemsOnRecord(
      this.items,
      certificate.items.map(({ itemCode, approvalDate }) => ({ code: itemCode, on: approvalDate })),
    );
    return requestForm(file, {
      language: LANGUAGE,
      form,
      certificate,
      content,
      print: {
        applicationNo: number,
        dataVersion: hash === row.contentHash ? row.dataVersion : row.dataVersion + 1,
        contentHash: hash,
      },
      authorityName: authorities.get(certificate.authorityCode)?.name ?? certificate.authorityCode,
      itemNames: new Map(
        certificate.items.map(({ itemCode }) => [itemCode, itemOf(itemCode).name]),
      ),
      demo: this.settings.demo,
    });
  }
}
