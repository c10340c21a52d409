import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays } from '@kaopu/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../loading/reference-files.js';
import {
  DEMO_BASE_DAY,
  parseDemoPlans,
  shiftPlans,
  type DemoPlan,
  type PlanReferences,
} from './demo-plans.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));
const CSV = readFileSync(`${DIRECTORY}/demo_exam_plans.csv`, 'utf8');

describe('the plans of the demo', () => {
  let known: PlanReferences;
  let plans: DemoPlan[];
  beforeAll(async () => {
    const { institutions, items, sites } = await readCatalogue(DIRECTORY, true);
    known = {
      institutionCodes: institutions.map(({ code }) => code),
      itemCodes: items.map(({ code }) => code),
      siteCodes: sites.map(({ code }) => code),
    };
    plans = parseDemoPlans(CSV, known);
  });

  const openFor = (itemCode: string, type: string, today: string): DemoPlan[] =>
    shiftPlans(plans, DEMO_BASE_DAY, today).filter(
      (plan) =>
        plan.status === 'REGISTRATION_OPEN' &&
        plan.registrationFrom <= today &&
        plan.registrationTo >= today &&
        plan.taken < plan.capacity &&
        plan.itemCodes.includes(itemCode) &&
        plan.registrationTypes.some((known) => known === type),
    );

  it.each([
    ['RT-I', 'INITIAL'],
    ['UT-I', 'INITIAL'],
    ['RT-II', 'INITIAL'],
    ['UT-II', 'INITIAL_RESIT'],
    ['MT-II', 'RENEW_EXAM'],
    ['MT-II', 'RENEW_RESIT'],
    ['MT-II', 'RENEW_EXEMPT'],
    ['QP-Y', 'RENEW_REVIEW'],
    ['XS-AQ', 'RENEW_REVIEW'],
  ])('has a seat in an open plan for %s %s on whatever day it is seeded', (item, type) => {
    for (const today of [DEMO_BASE_DAY, '2027-01-01', '2028-02-29', '2031-07-15']) {
      expect(openFor(item, type, today), `on ${today}`).not.toHaveLength(0);
    }
  });

  it('has one plan with all seats taken', () => {
    expect(plans.filter(({ taken, capacity }) => taken === capacity)).toHaveLength(1);
  });

  it('keeps every distance between days when shifted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 4000 }), (days) => {
        const shifted = shiftPlans(plans, DEMO_BASE_DAY, addDays(DEMO_BASE_DAY, days));
        return shifted.every(
          (plan, index) =>
            plan.registrationTo === addDays(plans[index]?.registrationTo ?? '', days) &&
            (plan.examFrom === null ||
              plan.examFrom === addDays(plans[index]?.examFrom ?? '', days)),
        );
      }),
    );
  });

  it('leaves plan numbers, names and missing days alone', () => {
    const shifted = shiftPlans(plans, DEMO_BASE_DAY, '2030-01-01');
    expect(shifted.map(({ planNo, name }) => `${planNo} ${name}`)).toEqual(
      plans.map(({ planNo, name }) => `${planNo} ${name}`),
    );
    expect(shifted.filter(({ examFrom }) => examFrom === null).map(({ planNo }) => planNo)).toEqual(
      plans.filter(({ examFrom }) => examFrom === null).map(({ planNo }) => planNo),
    );
  });

  it.each([
    ['RT-II;UT-II', 'RT-II;XX-II', 'demo_exam_plans.csv:2: items: unknown XX-II'],
    ['2026-09-18', '2026-08-01', '2026-08-01 stands after 2026-08-10'],
    ['S-3401-A', 'S-0000-A', 'sites: unknown S-0000-A'],
    ['（演示）', '', 'name lacks the mark 演示'],
  ])('is refused when %s becomes %s', (from, to, problem) => {
    expect(() => parseDemoPlans(CSV.replace(from, to), known)).toThrow(problem);
  });
});
