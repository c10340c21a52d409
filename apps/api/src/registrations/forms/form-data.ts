import {
  displayItemCode,
  isStatedItem,
  isWorkRecord,
  printedContent,
  text,
  textOr,
  type Language,
  type PrintedValue,
} from '@kaopu/domain';
import type { ApplicationFormData, FormGroup, FormTable } from '../../documents/printed-form.js';
import { formChecksum, formQrText } from '../../documents/printed-form.js';
import type { CatalogueItem } from '../../catalogue/items/items.js';
import type { WholePlan } from '../../exams/exam-plan.type.js';
import type { CaseFile } from '../cases/case-file.js';
import { formRow } from './form-rows.js';

/** What the form needs beside the case itself. */
export interface FormSurroundings {
  readonly language: Language;
  readonly item: CatalogueItem;
  readonly plan: WholePlan | null;
  readonly photo: Uint8Array | null;
  readonly demo: boolean;
}

/**
 * The application form (资格申请表, domain.md §12) of the last submission, in words. Both the PDF and
 * the HTML print view draw this one object.
 *
 * @throws Error when nothing was submitted yet.
 */
export function applicationForm(file: CaseFile, around: FormSurroundings): ApplicationFormData {
  const { row, submitted, type } = file;
  if (!submitted || row.number === null || row.contentHash === null) {
    throw new Error(`Application ${row.id} has nothing to print.`);
  }
  const { language } = around;
  const say = (key: string, params = {}): string => text(language, key, params);
  const content = printedContent(type, submitted.person, submitted.answers);
  const values = content.sections.flatMap((section) => section.values);
  const print = {
    applicationNo: row.number,
    dataVersion: row.dataVersion,
    contentHash: row.contentHash,
  };
  return {
    language,
    madeAt: row.submittedAt ?? row.createdAt,
    heading: say('form.heading'),
    subheading: `${say(`applicationType.${type.code}.name`)} · ${itemName(around)}`,
    number: { label: say('form.number'), value: row.number },
    qrText: formQrText(print),
    checksum: { label: say('form.checksum'), value: formChecksum(print) },
    photo: around.photo,
    photoLabel: say('form.photo'),
    footer: say('form.footer', { version: row.dataVersion }),
    pageLabel: say('form.page', { page: '{page}', pages: '{pages}' }),
    ...(around.demo && { watermark: say('form.demo') }),
    groups: [
      aboutExam(around, say),
      ...content.sections.flatMap((section): FormGroup[] => {
        const rows = section.values
          .filter(({ kind }) => !isList(kind))
          .map((value) => formRow(language, inWords(around, value)));
        return rows.length > 0 ? [{ title: say(section.titleKey), rows }] : [];
      }),
    ],
    tables: values.flatMap((value) => table(language, value)),
    declaration: {
      title: say('form.declaration.title'),
      text: say('form.declaration.text'),
      signatureLabel: say('form.signature'),
      dateLabel: say('form.date'),
    },
    opinions: [
      {
        title: say('form.opinion.employer'),
        stampLabel: say('form.stamp'),
        dateLabel: say('form.date'),
      },
      {
        title: say('form.opinion.institution'),
        stampLabel: say('form.stamp'),
        dateLabel: say('form.date'),
      },
    ],
  };
}

const isList = (kind: PrintedValue['kind']): boolean =>
  kind === 'workRecords' || kind === 'heldItems';

const itemName = ({ item, language }: FormSurroundings): string =>
  `${displayItemCode(item.code)} ${language === 'en' ? item.nameEn : item.name}`;

function aboutExam({ plan, ...around }: FormSurroundings, say: (key: string) => string): FormGroup {
  const places = plan?.sites.map(({ name }) => name).join('、') ?? '';
  const days = plan?.examFrom ? `${plan.examFrom} – ${plan.examTo ?? ''}` : '';
  return {
    title: say('form.exam'),
    rows: [
      { label: say('form.item'), value: itemName({ plan, ...around }) },
      { label: say('form.plan'), value: plan?.planNo ?? '' },
      { label: say('form.examDays'), value: days },
      { label: say('form.examPlaces'), value: places },
    ],
  };
}

function table(language: Language, { kind, labelKey, value }: PrintedValue): FormTable[] {
  if (!Array.isArray(value)) return [];
  if (kind === 'heldItems') return heldItemsTable(language, labelKey, value);
  if (kind !== 'workRecords') return [];
  return [
    {
      title: text(language, labelKey),
      headers: ['from', 'to', 'unit', 'kind'].map((name) => text(language, `workRecord.${name}`)),
      weights: [2, 2, 5, 3],
      rows: value
        .filter(isWorkRecord)
        .map(({ from, to, unit, kind: work }) => [
          from,
          to ?? text(language, 'form.untilNow'),
          unit,
          textOr(language, `dict.workKind.${work}`, work),
        ]),
    },
  ];
}

/** 持证项目: what the register knows, or what the person states (domain.md §12). */
function heldItemsTable(
  language: Language,
  labelKey: string,
  value: readonly unknown[],
): FormTable[] {
  const rows = value.filter(isStatedItem);
  if (rows.length === 0) return [];
  return [
    {
      title: text(language, labelKey),
      headers: ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'].map((name) =>
        text(language, `heldItem.${name}`),
      ),
      weights: [2, 4, 3, 3],
      rows: rows.map(({ itemCode, certificateNo, firstIssueDate, validTo }) => [
        displayItemCode(itemCode),
        certificateNo,
        firstIssueDate,
        validTo,
      ]),
    },
  ];
}

/** Subjects by their names; everything else as it is. */
const inWords = ({ language, item }: FormSurroundings, printed: PrintedValue): PrintedValue =>
  printed.kind === 'subjects'
    ? { ...printed, value: subjectNames(language, item, printed.value) }
    : printed;

const subjectNames = (language: Language, { subjects }: CatalogueItem, value: unknown): string =>
  subjects
    .filter(({ code }) => Array.isArray(value) && value.includes(code))
    .map(({ name, nameEn }) => (language === 'en' ? nameEn : name))
    .join('、');
