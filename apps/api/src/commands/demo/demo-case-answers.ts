import { addDays, addMonths } from '@kaopu/domain';

const COMMON = { deliveryMethod: 'PICK_UP' };

const testing = (today: string): Readonly<Record<string, unknown>> => ({
  ...COMMON,
  testingNature: 'PERIODIC',
  nearVisionLeft: '5.0',
  nearVisionRight: '5.1',
  colourVision: 'NORMAL',
  visionExamDate: addDays(today, -40),
});

/** What somebody answers who applies for a first certificate. */
export const initialAnswers = (today: string): Readonly<Record<string, unknown>> => ({
  ...testing(today),
  workYears: 3,
  workRecords: [
    { from: addMonths(today, -40), to: null, unit: '演示检测有限公司', kind: 'TESTING' },
  ],
});

/** Renewal by exam; certificates and dates are proposed by the register. */
export const examRenewalAnswers = testing;

export const exemptRenewalAnswers = (today: string): Readonly<Record<string, unknown>> => ({
  ...testing(today),
  continuousWork: true,
  noPenalty: true,
  continuingEducation: true,
});

export const inspectionRenewalAnswers = (): Readonly<Record<string, unknown>> => ({
  ...COMMON,
  inspectionNature: 'PERIODIC',
});
