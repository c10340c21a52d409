import { RegistrationType, Track } from '@kaopu/domain';
import {
  CERTIFICATE_REQUEST_TYPES,
  ISSUING_LEVELS,
  LEVELS,
  REQUIREMENTS,
  SUBJECT_KINDS,
  TRUST_MARKS,
  type Effective,
  type ItemRow,
  type MaterialPurpose,
  type MaterialRow,
  type RegistrationTypeRow,
  type SubjectRow,
} from '../catalogue-rows.js';
import { parseReferenceFile, refuseDuplicates, type ReferenceRow } from './reference-row.js';

const MEBIBYTE = 1024 * 1024;
const TRACKS = Object.values(Track);
const REGISTRATION_TYPES = Object.values(RegistrationType);
const PURPOSES: readonly MaterialPurpose[] = [...REGISTRATION_TYPES, ...CERTIFICATE_REQUEST_TYPES];

/** @throws ReferenceFileError for a missing lower item, among others. */
export function parseItems(content: string): ItemRow[] {
  const rows = parseReferenceFile('items.csv', content, [
    'code',
    'name',
    'name_en',
    'track',
    'level',
    'method',
    'issuing_level',
    'lower_item_code',
    'registration_types',
    'valid_from',
    'valid_to',
    'trust',
    'source',
    'status',
  ]);
  refuseDuplicates(rows, effectiveKey(['code']));
  const codes = new Set(rows.map((row) => row.text('code')));
  return rows.map((row, position) => {
    const lowerItemCode = row.optionalText('lower_item_code');
    if (lowerItemCode !== null && !codes.has(lowerItemCode)) {
      row.fail(`there is no item ${lowerItemCode}`);
    }
    return {
      code: row.text('code'),
      nameZh: row.text('name'),
      nameEn: row.text('name_en'),
      track: row.oneOf('track', TRACKS),
      level: row.optionalText('level') === null ? null : row.oneOf('level', LEVELS),
      method: row.text('method'),
      issuingLevel: row.oneOf('issuing_level', ISSUING_LEVELS),
      lowerItemCode,
      registrationTypes: listOf(row, 'registration_types', REGISTRATION_TYPES),
      position,
      trust: row.oneOf('trust', TRUST_MARKS),
      ...effective(row),
    };
  });
}

/** Every item must have a subject and every subject an item. */
export function parseSubjects(content: string, items: readonly ItemRow[]): SubjectRow[] {
  const rows = parseReferenceFile('subjects.csv', content, [
    'item_code',
    'code',
    'name',
    'name_en',
    'kind',
    'mode',
    'minutes',
    'full_mark',
    'pass_mark',
    'valid_from',
    'valid_to',
    'trust',
  ]);
  refuseDuplicates(rows, effectiveKey(['item_code', 'code']));
  const codes = new Set(items.map(({ code }) => code));
  return rows.map((row, position) => {
    const itemCode = row.text('item_code');
    if (!codes.has(itemCode)) row.fail(`there is no item ${itemCode}`);
    const fullMark = row.integer('full_mark', 1);
    const passMark = row.integer('pass_mark', 1);
    if (passMark > fullMark) row.fail('pass_mark is above full_mark');
    return {
      itemCode,
      code: row.text('code'),
      nameZh: row.text('name'),
      nameEn: row.text('name_en'),
      kind: row.oneOf('kind', SUBJECT_KINDS),
      mode: row.oneOf('mode', ['COMPUTER', 'ON_SITE']),
      minutes: row.integer('minutes', 1),
      fullMark,
      passMark,
      position,
      trust: row.oneOf('trust', TRUST_MARKS),
      ...effective(row),
    };
  });
}

export function parseRegistrationTypes(content: string): RegistrationTypeRow[] {
  const rows = parseReferenceFile('registration_types.csv', content, [
    'code',
    'track',
    'name',
    'name_en',
    'application_type',
    'path',
    'resit',
    'used_when_zh',
    'used_when_en',
    'sort',
    'source',
  ]);
  refuseDuplicates(rows, (row) => `${row.text('code')} ${row.text('track')}`);
  return rows.map((row) => ({
    code: row.oneOf('code', REGISTRATION_TYPES),
    track: row.oneOf('track', TRACKS),
    nameZh: row.text('name'),
    nameEn: row.text('name_en'),
    applicationType: row.text('application_type'),
    path: row.oneOf('path', ['EXAM', 'REVIEW']),
    isResit: row.yesOrNo('resit'),
    usedWhenZh: row.text('used_when_zh'),
    usedWhenEn: row.text('used_when_en'),
    position: row.integer('sort'),
  }));
}

export function parseMaterials(content: string): MaterialRow[] {
  const rows = parseReferenceFile('materials.csv', content, [
    'code',
    'name',
    'name_en',
    'track',
    'registration_types',
    'requirement',
    'extensions',
    'max_mb',
    'remark',
    'remark_en',
    'valid_from',
    'valid_to',
    'trust',
  ]);
  refuseDuplicates(rows, effectiveKey(['code']));
  return rows.map((row, position) => ({
    code: row.text('code'),
    nameZh: row.text('name'),
    nameEn: row.text('name_en'),
    track: row.text('track') === '*' ? null : row.oneOf('track', TRACKS),
    purposes:
      row.text('registration_types') === '*' ? null : listOf(row, 'registration_types', PURPOSES),
    requirement: row.oneOf('requirement', REQUIREMENTS),
    extensions: listOf(row, 'extensions', ['jpg', 'jpeg', 'png', 'pdf']),
    maxBytes: row.integer('max_mb', 1) * MEBIBYTE,
    remarkZh: row.text('remark'),
    remarkEn: row.text('remark_en'),
    position,
    trust: row.oneOf('trust', TRUST_MARKS),
    ...effective(row),
  }));
}

/** The two ends of a row's life; refuses an end before the beginning. */
export function effective(row: ReferenceRow): Effective {
  const validFrom = row.date('valid_from');
  const validTo = row.optionalDate('valid_to');
  if (validTo !== null && validTo < validFrom) row.fail('valid_to is before valid_from');
  return { validFrom, validTo };
}

/** Effective-dated rows of one thing differ in their first day. */
export function effectiveKey(columns: readonly string[]): (row: ReferenceRow) => string {
  return (row) => [...columns, 'valid_from'].map((column) => row.text(column)).join(' ');
}

function listOf<T extends string>(row: ReferenceRow, column: string, allowed: readonly T[]): T[] {
  const parts = row.list(column);
  if (parts.length === 0) row.fail(`${column} is empty`);
  return parts.map(
    (part) =>
      allowed.find((value) => value === part) ??
      row.fail(`${column} holds ${part}, which is unknown`),
  );
}
