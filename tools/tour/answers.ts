import { addMonths, shanghaiDate } from '@kaopu/domain';

const TODAY = shanghaiDate(new Date());

/** Asked by every type. */
export const COMMON_ANSWERS = { deliveryMethod: 'PICK_UP' };

/** Asked of testing personnel. */
export const TESTING_ANSWERS = {
  ...COMMON_ANSWERS,
  testingNature: 'PERIODIC',
  nearVisionLeft: '5.0',
  nearVisionRight: '5.0',
  colourVision: 'NORMAL',
  visionExamDate: addMonths(TODAY, -1),
};

/** Asked for a first certificate. */
export const INITIAL_ANSWERS = {
  ...TESTING_ANSWERS,
  workYears: 6,
  workRecords: [
    { from: '2020-01-06', to: null, unit: '演示特种设备检测有限公司', kind: 'TESTING' },
  ],
};

/** A certificate from elsewhere that ends in three months, as its holder states it. */
const DATES = { firstIssueDate: addMonths(TODAY, -57), validTo: addMonths(TODAY, 3) };

export const stated = (itemCode: string): { readonly statedItems: readonly unknown[] } => ({
  statedItems: [{ itemCode, certificateNo: `演示-${itemCode}`, ...DATES }],
});

/** The same for type tests, which ask for the dates alone (manual ch. 7). */
export const STATED_CERTIFICATE = {
  certificateFirstIssueDate: DATES.firstIssueDate,
  certificateValidTo: DATES.validTo,
};

export const FIRST_ISSUE_DATE = DATES.firstIssueDate;
