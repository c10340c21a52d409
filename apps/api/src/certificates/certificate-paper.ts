import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { displayItemCode, maskIdNumber, shanghaiDate, text } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { StoredFiles } from '../attachments/stored-files.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { CertificateData, FormTable, LabelledText } from '../documents/printed-form.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { OutboxHandlers } from '../platform/outbox/outbox-handlers.js';
import { FileStore } from '../platform/storage/file-store.js';
import { CertificateCells } from './certificate-cells.js';
import {
  CERTIFICATE,
  CertificateReader,
  verifyUrl,
  type StoredCertificate,
} from './certificate-reader.js';
import { certificateText, type CertificateTextKey } from './certificate-texts.js';
import type { Certificate } from './certificate.type.js';
import type { Holder } from './holder.js';

/** Certificates are issued in Chinese. */
const LANGUAGE = 'zh-CN';
const say = (key: CertificateTextKey): string => certificateText(LANGUAGE, key);

type PaperRow = StoredCertificate & { readonly photoFileId: string | null };

/**
 * Makes the paper of a certificate once, after it was issued, and keeps its bytes with their hash
 * (goal G36): what is downloaded later is what was issued.
 */
@Injectable()
export class CertificatePaper implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: OutboxHandlers,
    private readonly reader: CertificateReader,
    private readonly cells: CertificateCells,
    private readonly documents: DocumentsService,
    private readonly files: StoredFiles,
    private readonly vault: FileStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.handlers.register('certificate.render', ({ certificateId }) =>
      this.render(String(certificateId)),
    );
  }

  /** May run twice: the file's id is the certificate's, and equal data give equal bytes. */
  private async render(certificateId: string): Promise<void> {
    const [row] = await this.dataSource.query<PaperRow[]>(
      `${CERTIFICATE.replace('SELECT', 'SELECT c.photo_file_id AS photoFileId,')} WHERE c.id = ?`,
      [certificateId],
    );
    if (!row) throw new Error(`Certificate ${certificateId} is gone.`);
    if (row.pdfFileId !== null) return;
    const [certificate] = await this.reader.complete([row], LANGUAGE);
    if (!certificate) throw new Error(`Certificate ${certificateId} cannot be read.`);
    const holder = this.cells.holder('certificate', row.id, row.holderEnc);
    const photo = row.photoFileId === null ? null : await this.files.bytes(row.photoFileId);
    const paper = await this.documents.certificate(this.paperOf(row, certificate, holder, photo));
    const hash = await this.vault.put(row.id, paper);
    await this.dataSource.query(
      'UPDATE certificate SET pdf_file_id = id, pdf_hash = ? WHERE id = ? AND pdf_file_id IS NULL',
      [hash, row.id],
    );
  }

  private paperOf(
    row: StoredCertificate,
    certificate: Certificate,
    holder: Holder,
    photo: Uint8Array | null,
  ): CertificateData {
    const url = verifyUrl(this.settings, row.verifyCode);
    return {
      language: LANGUAGE,
      madeAt: row.issuedAt,
      heading: say('paper.heading'),
      subheading: say('paper.subheading'),
      number: labelled('paper.number', certificate.number),
      holder: [
        labelled('paper.name', holder.name),
        labelled('paper.sex', text(LANGUAGE, `dict.sex.${holder.sex}`)),
        labelled('paper.idNumber', maskIdNumber(holder.idNumber)),
        labelled('paper.employer', holder.employer),
      ],
      items: itemsTable(certificate),
      issue: [
        labelled('paper.authority', certificate.authority.name),
        labelled('paper.issuedOn', shanghaiDate(certificate.issuedAt)),
        labelled('paper.institution', certificate.institution?.name ?? '—'),
      ],
      stampLabel: say('paper.stamp'),
      verification: labelled('paper.verify', url),
      qrText: url,
      photo,
      photoLabel: say('paper.photo'),
      notes: [say('paper.note')],
      footer: say('paper.footer'),
      pageLabel: say('paper.page'),
      ...(this.settings.demo && { watermark: say('paper.demo') }),
    };
  }
}

const labelled = (key: CertificateTextKey, value: string): LabelledText => ({
  label: say(key),
  value,
});

function itemsTable({ items }: Certificate): FormTable {
  return {
    title: say('paper.items'),
    headers: [
      say('paper.item'),
      say('paper.code'),
      say('paper.firstIssue'),
      say('paper.approved'),
      say('paper.validFrom'),
      say('paper.validTo'),
      say('paper.restriction'),
    ],
    weights: [3.4, 1.8, 2, 2, 2, 2, 1.6],
    rows: items.map(({ item, ...dates }) => [
      item.name,
      displayItemCode(item.code),
      dates.firstIssueDate,
      dates.approvalDate,
      dates.validFrom,
      dates.validTo,
      dates.restriction ?? '—',
    ]),
  };
}
