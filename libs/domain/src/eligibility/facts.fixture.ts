import type { EligibilityFacts, HeldItem } from './facts.js';

/** An engineer of 30 with three clean years who applies for RT-Ⅱ; parts can be replaced. */
export function someFacts(changes: Partial<EligibilityFacts> = {}): EligibilityFacts {
  return {
    ruleDate: '2026-11-24',
    item: { code: 'RT-II', method: 'RT', level: 'II', lowerItemCode: 'RT-I' },
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
