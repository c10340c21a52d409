import type { DemoPerson } from '../../catalogue/demo/demo-person.js';
import {
  examRenewalAnswers,
  exemptRenewalAnswers,
  inspectionRenewalAnswers,
} from './demo-case-answers.js';
import type { DemoCase } from './demo-case.js';

type Renewal = Omit<DemoCase, 'key' | 'accountId'> & { readonly serial: number };

/**
 * Renewals of demo people whose certificates end soon. The failed one belongs to a log-in that is
 * handed out, so that a resit can be tried; the ready ones of other log-ins are left untouched.
 */
const renewals = (today: string): readonly Renewal[] => [
  {
    serial: 40,
    type: 'testing-exam-renewal',
    itemCode: 'UT-II',
    goal: 'FAILED',
    answers: examRenewalAnswers(today),
  },
  {
    serial: 33,
    type: 'testing-exam-renewal',
    itemCode: 'MT-II',
    goal: 'SUBMITTED',
    answers: examRenewalAnswers(today),
  },
  {
    serial: 29,
    type: 'testing-exempt-renewal',
    itemCode: 'MT-I',
    goal: 'READY_TO_FORWARD',
    answers: exemptRenewalAnswers(today),
  },
  {
    serial: 52,
    type: 'inspection-renewal',
    itemCode: 'DT-Y',
    goal: 'SUBMITTED',
    answers: inspectionRenewalAnswers(),
  },
];

/** The renewals of people who have an account. */
export function demoRenewals(
  today: string,
  people: readonly DemoPerson[],
  accounts: ReadonlyMap<string, string>,
): DemoCase[] {
  return renewals(today).flatMap(({ serial, ...renewal }) => {
    const person = people.find((one) => one.serial === serial);
    const accountId = accounts.get(person?.idNumber ?? '');
    return accountId === undefined ? [] : [{ ...renewal, key: `renewal-${serial}`, accountId }];
  });
}
