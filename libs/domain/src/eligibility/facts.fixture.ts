import type { EligibilityFacts, HeldItem, ItemFacts } from './facts.js';

const SUBJECTS: ItemFacts['subjects'] = ['T1', 'T2', 'P1', 'P2'].map((code) => ({
  code,
  passMark: 70,
  fullMark: 100,
}));

/** RT-Ⅱ as the catalogue has it. */
export const RT2: ItemFacts = {
  code: 'RT-II',
  method: 'RT',
  level: 'II',
  lowerItemCode: 'RT-I',
  subjects: SUBJECTS,
};

/** An engineer of 30 with three clean years who applies for RT-Ⅱ; parts can be replaced. */
export function someFacts(changes: Partial<EligibilityFacts> = {}): EligibilityFacts {
  return {
    ruleDate: '2026-11-24',
    item: RT2,
    birthDate: '1996-05-01',
    education: 'BACHELOR',
    majorType: 'STEM',
    major: '机械设计制造及其自动化',
    workYears: 3,
    heldItems: [],
    nearVisionLeft: 5.0,
    nearVisionRight: 5.1,
    colourVision: 'NORMAL',
    visionExamDate: '2026-10-01',
    bans: [],
    openApplications: [],
    employerProvince: '34',
    planProvince: '34',
    exams: [],
    previousExamDate: null,
    exemption: { continuousWork: null, noPenalty: null, continuingEducation: null },
    exemptRenewals: null,
    calendar: { holidays: [], workdays: [] },
    certificate: null,
    openRequests: [],
    ...changes,
  };
}

/** A certificate for RT-Ⅰ from our register, valid and held for long; parts can be replaced. */
export function someHeldItem(changes: Partial<HeldItem> = {}): HeldItem {
  return {
    itemCode: 'RT-I',
    method: 'RT',
    certificateNo: '演示-0001',
    firstIssueDate: '2023-01-10',
    validTo: '2028-01-09',
    source: 'REGISTER',
    ...changes,
  };
}
