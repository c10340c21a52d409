import {
  ISSUING_LEVELS,
  TRUST_MARKS,
  type AuthorityRow,
  type DivisionRow,
  type InstitutionRow,
  type SiteRow,
} from '../catalogue-rows.js';
import { parseReferenceFile, refuseDuplicates, type ReferenceRow } from './reference-row.js';

/** GB/T 2260 code of the whole country. */
const NATIONWIDE = '000000';

const byCode = (row: ReferenceRow): string => row.text('code');

/** Provinces first, each followed by its second level. */
export function parseDivisions(content: string): DivisionRow[] {
  const rows = parseReferenceFile('divisions.csv', content, [
    'code',
    'name',
    'name_en',
    'parent_code',
  ]);
  refuseDuplicates(rows, byCode);
  const codes = new Set(rows.map(byCode));
  return rows.map((row) => {
    const code = row.text('code');
    const parentCode = row.optionalText('parent_code');
    if (!/^\d{6}$/.test(code)) row.fail(`code is not six digits: ${code}`);
    if (parentCode !== null && !codes.has(parentCode)) row.fail(`there is no ${parentCode}`);
    return { code, nameZh: row.text('name'), nameEn: row.text('name_en'), parentCode };
  });
}

export function parseAuthorities(
  content: string,
  divisions: readonly DivisionRow[],
): AuthorityRow[] {
  const rows = parseReferenceFile('issuing_authorities.csv', content, [
    'code',
    'name',
    'name_en',
    'level',
    'division_code',
    'active',
    'trust',
  ]);
  refuseDuplicates(rows, byCode);
  return rows.map((row) => ({
    code: row.text('code'),
    nameZh: row.text('name'),
    nameEn: row.text('name_en'),
    level: row.oneOf('level', ISSUING_LEVELS),
    divisionCode: divisionOf(row, divisions),
    active: row.yesOrNo('active'),
    trust: row.oneOf('trust', TRUST_MARKS),
  }));
}

export function parseInstitutions(
  content: string,
  authorities: readonly AuthorityRow[],
  divisions: readonly DivisionRow[],
): InstitutionRow[] {
  const rows = parseReferenceFile('demo_exam_institutions.csv', content, [
    'code',
    'name',
    'name_en',
    'issuing_authority',
    'division_code',
    'level',
    'phone',
  ]);
  refuseDuplicates(rows, byCode);
  return rows.map((row) => ({
    code: row.text('code'),
    nameZh: markedAsDemo(row, 'name'),
    nameEn: row.text('name_en'),
    authorityCode: row.oneOf(
      'issuing_authority',
      authorities.map(({ code }) => code),
    ),
    divisionCode: divisionOf(row, divisions),
    level: row.oneOf('level', ISSUING_LEVELS),
    phone: row.optionalText('phone'),
  }));
}

export function parseSites(
  content: string,
  institutions: readonly InstitutionRow[],
  divisions: readonly DivisionRow[],
): SiteRow[] {
  const rows = parseReferenceFile('demo_sites.csv', content, [
    'code',
    'name',
    'name_en',
    'institution',
    'division_code',
    'address',
    'address_en',
    'kind',
    'seats',
  ]);
  refuseDuplicates(rows, byCode);
  return rows.map((row) => ({
    code: row.text('code'),
    nameZh: markedAsDemo(row, 'name'),
    nameEn: row.text('name_en'),
    institutionCode: row.oneOf(
      'institution',
      institutions.map(({ code }) => code),
    ),
    divisionCode: divisionOf(row, divisions),
    addressZh: row.text('address'),
    addressEn: row.text('address_en'),
    kind: row.oneOf('kind', ['COMPUTER', 'PRACTICAL']),
    seats: row.integer('seats', 1),
  }));
}

/** Invented bodies must be recognisable as such wherever their name is printed. */
export function markedAsDemo(row: ReferenceRow, column: string): string {
  const name = row.text(column);
  return name.includes('演示') ? name : row.fail(`${column} lacks the mark 演示: ${name}`);
}

function divisionOf(row: ReferenceRow, divisions: readonly DivisionRow[]): string {
  return row.oneOf('division_code', [NATIONWIDE, ...divisions.map(({ code }) => code)]);
}
