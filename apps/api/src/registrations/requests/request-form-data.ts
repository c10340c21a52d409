import {
  displayItemCode,
  printedContent,
  shanghaiDate,
  text,
  touchedRows,
  type FormCode,
  type Language,
} from '@kaopu/domain';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import {
  formChecksum,
  formQrText,
  type ApplicationFormData,
  type FormFingerprint,
  type FormGroup,
  type FormTable,
} from '../../documents/printed-form.js';
import type { CaseContent, CaseFile } from '../cases/case-file.js';
import { certifiedData } from '../cases/case-problems.js';
import { formRow } from '../forms/form-rows.js';
import { changeRow } from './change-rows.js';

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What the form of a request needs beside the case itself. */
export interface RequestFormSurroundings {
  readonly language: Language;
  readonly form: FormCode;
  readonly certificate: IssuedCertificate;
  /** The content to print: what is being prepared, or the last submission. */
  readonly content: CaseContent;
  /** Version and hash of that content. */
  readonly print: FormFingerprint;
  readonly authorityName: string;
  readonly itemNames: ReadonlyMap<string, string>;
  readonly demo: boolean;
}

/**
 * 证书补办申请表 or 证书信息变更申请表 (domain.md §12), in words: what the certificate says, the
 * reason or the rows to change, contact, declaration, and the boxes of the three offices.
 */
export function requestForm(file: CaseFile, around: RequestFormSurroundings): ApplicationFormData {
  const { row, type } = file;
  const { language, form, print, content, certificate } = around;
  const say: Say = (key, params = {}) => text(language, key, params);
  const sections = printedContent(type, content.person, content.answers).sections;
  const data = certifiedData(file);
  return {
    language,
    madeAt: row.submittedAt ?? row.createdAt,
    heading: say(`form.${form}.heading`),
    subheading: certificate.number,
    number: { label: say('form.number'), value: print.applicationNo },
    qrText: formQrText(print),
    checksum: { label: say('form.checksum'), value: formChecksum(print) },
    photo: null,
    photoLabel: null,
    footer: say('form.footer', { version: print.dataVersion }),
    pageLabel: say('form.page', { page: '{page}', pages: '{pages}' }),
    ...(around.demo && { watermark: say('form.demo') }),
    groups: [
      aboutCertificate(around, say),
      ...sections.flatMap((section): FormGroup[] => {
        // New values stand in the table beside the old ones.
        const rows = section.values
          .filter(({ fieldId }) => !fieldId.startsWith('new'))
          .map((value) => formRow(language, value));
        return rows.length > 0 ? [{ title: say(section.titleKey), rows }] : [];
      }),
    ],
    tables: [itemsTable(around, say), ...(data ? [changesTable(around, data, say)] : [])],
    declaration: {
      title: say('form.declaration.title'),
      text: say(data ? 'form.change.declaration' : 'form.reissue.declaration'),
      signatureLabel: say('form.signature'),
      dateLabel: say('form.date'),
    },
    opinions: ['employer', 'confirmation', 'authority'].map((office) => ({
      title: say(`form.opinion.${office}`),
      stampLabel: say('form.stamp'),
      dateLabel: say('form.date'),
    })),
  };
}

function aboutCertificate(
  { certificate, authorityName, language }: RequestFormSurroundings,
  say: Say,
): FormGroup {
  const { holder, number, issuedAt } = certificate;
  return {
    title: say('form.certificate'),
    rows: [
      { label: say('form.holder.name'), value: holder.name },
      { label: say('form.holder.sex'), value: text(language, `dict.sex.${holder.sex}`) },
      { label: say('form.holder.idNumber'), value: holder.idNumber },
      { label: say('form.certificate.number'), value: number },
      { label: say('form.certificate.issuedOn'), value: shanghaiDate(issuedAt) },
      { label: say('form.certificate.authority'), value: authorityName },
      { label: say('form.holder.employer'), value: holder.employer, wide: true },
    ],
  };
}

function itemsTable({ certificate, itemNames }: RequestFormSurroundings, say: Say): FormTable {
  return {
    title: say('form.certificate.items'),
    headers: [
      say('form.certificate.item'),
      say('form.certificate.firstIssue'),
      say('form.certificate.validTo'),
    ],
    weights: [5, 2, 2],
    rows: certificate.items.map(({ itemCode, firstIssueDate, validTo }) => [
      `${displayItemCode(itemCode)} ${itemNames.get(itemCode) ?? ''}`,
      firstIssueDate,
      validTo,
    ]),
  };
}

function changesTable(
  { content, language }: RequestFormSurroundings,
  data: NonNullable<ReturnType<typeof certifiedData>>,
  say: Say,
): FormTable {
  return {
    title: say('form.changes'),
    headers: ['field', 'before', 'after', 'proof'].map((name) => say(`form.changes.${name}`)),
    weights: [2, 3, 3, 4],
    rows: touchedRows(data, content.answers)
      .map((touched) => changeRow(language, touched, true))
      .map(({ label, before, after, proof }) => [label, before, after, proof]),
    emptyText: say('form.changes.none'),
  };
}
