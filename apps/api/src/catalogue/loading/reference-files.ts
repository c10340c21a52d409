import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  AuthorityRow,
  DivisionRow,
  HolidayRow,
  InstitutionRow,
  ItemRow,
  MaterialRow,
  RegistrationTypeRow,
  ReturnReasonRow,
  RuleParameterRow,
  SiteRow,
  SubjectRow,
} from '../catalogue-rows.js';
import {
  parseAuthorities,
  parseDivisions,
  parseInstitutions,
  parseSites,
} from './authority-files.js';
import {
  parseItems,
  parseMaterials,
  parseRegistrationTypes,
  parseSubjects,
} from './catalogue-files.js';
import { parseHolidays, parseReturnReasons, parseRuleParameters } from './rule-files.js';

/** Everything the catalogue needs, checked row by row and against each other. */
export interface CatalogueData {
  readonly divisions: readonly DivisionRow[];
  readonly authorities: readonly AuthorityRow[];
  readonly items: readonly ItemRow[];
  readonly subjects: readonly SubjectRow[];
  readonly registrationTypes: readonly RegistrationTypeRow[];
  readonly materials: readonly MaterialRow[];
  readonly returnReasons: readonly ReturnReasonRow[];
  readonly ruleParameters: readonly RuleParameterRow[];
  readonly holidays: readonly HolidayRow[];
  /** Invented; empty outside a demo installation. */
  readonly institutions: readonly InstitutionRow[];
  readonly sites: readonly SiteRow[];
}

/**
 * Reads the CSV files of `directory` (tools/reference-data).
 * @param withDemo also reads the invented institutions and sites.
 * @throws ReferenceFileError naming file and line of the first bad row.
 */
export async function readCatalogue(directory: string, withDemo: boolean): Promise<CatalogueData> {
  const read = (file: string): Promise<string> => readFile(join(directory, file), 'utf8');
  const divisions = parseDivisions(await read('divisions.csv'));
  const authorities = parseAuthorities(await read('issuing_authorities.csv'), divisions);
  const items = parseItems(await read('items.csv'));
  const materials = parseMaterials(await read('materials.csv'));
  const institutions = withDemo
    ? parseInstitutions(await read('demo_exam_institutions.csv'), authorities, divisions)
    : [];
  return {
    divisions,
    authorities,
    items,
    subjects: parseSubjects(await read('subjects.csv'), items),
    registrationTypes: parseRegistrationTypes(await read('registration_types.csv')),
    materials,
    returnReasons: parseReturnReasons(await read('return_reasons.csv'), materials),
    ruleParameters: parseRuleParameters(await read('rule_parameters.csv')),
    holidays: parseHolidays(await read('holidays.csv')),
    institutions,
    sites: withDemo ? parseSites(await read('demo_sites.csv'), institutions, divisions) : [],
  };
}
