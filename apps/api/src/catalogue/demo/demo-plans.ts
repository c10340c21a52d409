import { RegistrationType, Track, addDays, daysBetween } from '@kaopu/domain';
import { markedAsDemo } from '../loading/authority-files.js';
import {
  parseReferenceFile,
  refuseDuplicates,
  type ReferenceRow,
} from '../loading/reference-row.js';

/** The day the dates of demo_exam_plans.csv were written for. */
export const DEMO_BASE_DAY = '2026-11-24';

const STATUSES = [
  'DRAFT',
  'PUBLISHED',
  'REGISTRATION_OPEN',
  'REGISTRATION_CLOSED',
  'SCHEDULED',
  'IN_PROGRESS',
  'MARKING',
  'RESULTS_PUBLISHED',
  'ARCHIVED',
  'CANCELLED',
] as const;
export type DemoPlanStatus = (typeof STATUSES)[number];

/** An invented 考试计划. Days are `YYYY-MM-DD`; a plan without an exam has no exam or ticket days. */
export interface DemoPlan {
  readonly planNo: string;
  readonly name: string;
  readonly institutionCode: string;
  readonly track: Track;
  readonly itemCodes: readonly string[];
  readonly registrationTypes: readonly RegistrationType[];
  readonly registrationFrom: string;
  readonly registrationTo: string;
  readonly ticketFrom: string | null;
  readonly ticketTo: string | null;
  readonly examFrom: string | null;
  readonly examTo: string | null;
  readonly resultDue: string | null;
  readonly siteCodes: readonly string[];
  readonly capacity: number;
  /** Seats that count as taken from the start, so that a full plan can be shown. */
  readonly taken: number;
  readonly status: DemoPlanStatus;
}

/** Codes the plans may refer to. */
export interface PlanReferences {
  readonly institutionCodes: readonly string[];
  readonly itemCodes: readonly string[];
  readonly siteCodes: readonly string[];
}

/** Refuses unknown codes and days out of order: registration < ticket < exam < result (domain.md §10). */
export function parseDemoPlans(content: string, known: PlanReferences): DemoPlan[] {
  const rows = parseReferenceFile('demo_exam_plans.csv', content, [
    'plan_no',
    'name',
    'institution',
    'track',
    'items',
    'registration_types',
    'reg_start',
    'reg_end',
    'exam_start',
    'exam_end',
    'sites',
    'capacity',
    'ticket_from',
    'ticket_to',
    'result_due',
    'status',
    'seats_taken_by_demo',
  ]);
  refuseDuplicates(rows, (row) => row.text('plan_no'));
  return rows.map((row) => {
    const plan: DemoPlan = {
      planNo: row.text('plan_no'),
      name: markedAsDemo(row, 'name'),
      institutionCode: row.oneOf('institution', known.institutionCodes),
      track: row.oneOf('track', Object.values(Track)),
      itemCodes: knownParts(row, 'items', known.itemCodes),
      registrationTypes: knownParts(row, 'registration_types', Object.values(RegistrationType)),
      registrationFrom: row.date('reg_start'),
      registrationTo: row.date('reg_end'),
      ticketFrom: row.optionalDate('ticket_from'),
      ticketTo: row.optionalDate('ticket_to'),
      examFrom: row.optionalDate('exam_start'),
      examTo: row.optionalDate('exam_end'),
      resultDue: row.optionalDate('result_due'),
      siteCodes: knownParts(row, 'sites', known.siteCodes),
      capacity: row.integer('capacity', 1),
      taken: row.integer('seats_taken_by_demo'),
      status: row.oneOf('status', STATUSES),
    };
    refuseDisorder(row, plan);
    return plan;
  });
}

/**
 * Moves every day of the plans by the days between `baseDay` and `today`, so that a plan open on the
 * base day is open today. Plan numbers and names stay.
 */
export function shiftPlans(plans: readonly DemoPlan[], baseDay: string, today: string): DemoPlan[] {
  const days = daysBetween(baseDay, today);
  const shift = (day: string): string => addDays(day, days);
  const shiftOptional = (day: string | null): string | null => (day === null ? null : shift(day));
  return plans.map((plan) => ({
    ...plan,
    registrationFrom: shift(plan.registrationFrom),
    registrationTo: shift(plan.registrationTo),
    ticketFrom: shiftOptional(plan.ticketFrom),
    ticketTo: shiftOptional(plan.ticketTo),
    examFrom: shiftOptional(plan.examFrom),
    examTo: shiftOptional(plan.examTo),
    resultDue: shiftOptional(plan.resultDue),
  }));
}

function refuseDisorder(row: ReferenceRow, plan: DemoPlan): void {
  const days = [
    plan.registrationFrom,
    plan.registrationTo,
    plan.ticketFrom,
    plan.ticketTo,
    plan.examFrom,
    plan.examTo,
    plan.resultDue,
  ].filter((day) => day !== null);
  days.forEach((day, index) => {
    const earlier = days[index - 1];
    if (earlier !== undefined && day < earlier) row.fail(`${day} stands after ${earlier}`);
  });
  if (plan.taken > plan.capacity) row.fail('more seats are taken than there are');
}

function knownParts<T extends string>(row: ReferenceRow, column: string, known: readonly T[]): T[] {
  return row
    .list(column)
    .map((part) => known.find((code) => code === part) ?? row.fail(`${column}: unknown ${part}`));
}
