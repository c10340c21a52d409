import { describe, expect, it } from 'vitest';
import { APPLICATION_TYPES } from '../applications/registry.js';
import { TESTING_INITIAL as type } from '../applications/testing-initial.js';
import { renderText } from '../texts/text.js';
import type { WorkflowFlags } from './flags.js';
import { ROLES } from './roles.js';
import { nextStep, statusLine } from './status-line.js';

const FLAGS: readonly WorkflowFlags[] = [
  {},
  { signedFormMissing: true },
  { signedFormStale: true },
  { returnDueDate: '2026-12-24' },
  { resitUntil: '2028-11-24' },
];

const cases = APPLICATION_TYPES.flatMap((one) =>
  one.workflow.states.flatMap(({ code }) =>
    ROLES.map((role) => [one.code, code, role, one] as const),
  ),
);

describe('Every state and role', () => {
  it.each(cases)(
    '%s %s %s has a status line and a next step in both languages',
    (_c, state, role, one) => {
      for (const flags of FLAGS) {
        for (const ref of [statusLine(one, state, flags), nextStep(one, state, role, flags)]) {
          expect(renderText('zh-CN', ref)).toMatch(/[。；]$/);
          expect(renderText('en', ref)).toMatch(/\.$/);
        }
      }
    },
  );
});

describe('The status line', () => {
  it('says that the signed form is missing', () => {
    expect(statusLine(type, 'SUBMITTED', { signedFormMissing: true }).key).toBe(
      'status.SUBMITTED.signedFormMissing',
    );
  });

  it('names the last day for a correction and for a resit', () => {
    expect(
      renderText('zh-CN', statusLine(type, 'RETURNED', { returnDueDate: '2026-12-24' })),
    ).toContain('2026-12-24');
    expect(renderText('en', statusLine(type, 'FAILED', { resitUntil: '2028-11-24' }))).toContain(
      '2028-11-24',
    );
  });

  it('keeps to the plain sentence where a flag adds nothing', () => {
    expect(statusLine(type, 'DRAFT', { signedFormMissing: true, resitUntil: null }).key).toBe(
      'status.DRAFT',
    );
  });
});

describe('The next step', () => {
  it('tells the candidate to sign, and the institution to review', () => {
    const flags = { signedFormMissing: true };
    expect(nextStep(type, 'SUBMITTED', 'CANDIDATE', flags).key).toBe(
      'nextStep.SUBMITTED.candidate.signedFormMissing',
    );
    expect(nextStep(type, 'SUBMITTED', 'REVIEWER', flags).key).toBe(
      'nextStep.SUBMITTED.institution',
    );
  });
});
