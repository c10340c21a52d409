/**
 * Closed lists of codes the rules depend on. Their words live in the texts
 * (`dict.<dictionary>.<code>`); lists no rule reads are data of the catalogue, not code.
 */
export const DICTIONARIES = {
  /** 学历, rising; domain.md §13. */
  education: ['JUNIOR_SCHOOL', 'SENIOR_SCHOOL', 'COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'],
  /** 学位 */
  degree: ['NONE', 'BACHELOR', 'MASTER', 'DOCTOR'],
  /** 职称 */
  title: [
    'NONE',
    'TECHNICIAN',
    'ASSISTANT_ENGINEER',
    'ENGINEER',
    'SENIOR_ENGINEER',
    'CHIEF_ENGINEER',
    'OTHER',
  ],
  /** 专业类型: 理工类 or not */
  majorType: ['STEM', 'NON_STEM'],
  sex: ['MALE', 'FEMALE'],
  /** 证件类型, domain.md §14 */
  idType: [
    'RESIDENT_ID',
    'HMT_RESIDENCE_PERMIT',
    'HM_TRAVEL_PERMIT',
    'TW_TRAVEL_PERMIT',
    'FOREIGN_PERMANENT_RESIDENT',
    'PASSPORT',
    'MILITARY_ID',
  ],
  /** 检测性质, a proposal of ours: domain.md §3 */
  testingNature: ['SUPERVISION', 'PERIODIC', 'MANUFACTURE', 'OTHER'],
  /** 检验性质; TYPE_TEST since 2022: domain.md §3 */
  inspectionNature: ['SUPERVISION', 'PERIODIC', 'TYPE_TEST'],
  colourVision: ['NORMAL', 'WEAK', 'BLIND'],
  /** 近视力, five-grade notation of GB 11533 with the decimal value beside it in the text. */
  nearVision: [
    '5.3',
    '5.2',
    '5.1',
    '5.0',
    '4.9',
    '4.8',
    '4.7',
    '4.6',
    '4.5',
    '4.4',
    '4.3',
    '4.2',
    '4.1',
    '4.0',
  ],
  deliveryMethod: ['PICK_UP', 'POST'],
  /** 补发原因, domain.md §11 */
  reissueReason: ['LOST', 'DAMAGED'],
  /** 单位类型 */
  employerType: [
    'INSPECTION_BODY',
    'TESTING_BODY',
    'MANUFACTURER',
    'INSTALLER',
    'OPERATOR',
    'OTHER',
  ],
  /** 工作性质 of one entry of the work record */
  workKind: ['TESTING', 'INSPECTION', 'MANUFACTURE', 'QUALITY', 'OTHER'],
} as const;

export type DictionaryCode = keyof typeof DICTIONARIES;
export type Education = (typeof DICTIONARIES.education)[number];
export type Degree = (typeof DICTIONARIES.degree)[number];
export type Title = (typeof DICTIONARIES.title)[number];
export type MajorType = (typeof DICTIONARIES.majorType)[number];
export type Sex = (typeof DICTIONARIES.sex)[number];
export type IdType = (typeof DICTIONARIES.idType)[number];
export type ColourVision = (typeof DICTIONARIES.colourVision)[number];
export type DeliveryMethod = (typeof DICTIONARIES.deliveryMethod)[number];

/** The codes of a dictionary, in the order they are offered. */
export function dictionaryCodes(dictionary: DictionaryCode): readonly string[] {
  return DICTIONARIES[dictionary];
}

/** True when `value` is a code of the dictionary. */
export function isDictionaryCode(dictionary: DictionaryCode, value: unknown): value is string {
  return typeof value === 'string' && dictionaryCodes(dictionary).includes(value);
}

/** True when `education` is at least `minimum`; the dictionary lists them rising. */
export function educationAtLeast(education: Education, minimum: Education): boolean {
  const order = DICTIONARIES.education;
  return order.indexOf(education) >= order.indexOf(minimum);
}
