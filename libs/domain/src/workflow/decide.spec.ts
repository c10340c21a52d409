import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TESTING_INITIAL as type } from '../applications/testing-initial.js';
import { hasText, renderText } from '../texts/text.js';
import { APPLICATION_ACTIONS, type ApplicationAction } from './action.js';
import { allowedActions, decide, reasonFor, whyNot } from './decide.js';
import type { WorkflowFlags } from './flags.js';
import { ROLES, type Role } from './roles.js';
import { stateOf } from './states-of.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from './status.js';
import type { WorkflowActor } from './workflow.js';

const actorIn = (role: Role): WorkflowActor => ({
  id: role,
  roles: [role],
  isOwner: role === 'CANDIDATE',
});

/** Flags under which no guard stands in the way. */
const CLEAR: WorkflowFlags = { openVerdicts: 0, outcome: 'PASSED', deletedFrom: 'SUBMITTED' };
const OVERDUE: WorkflowFlags = { ...CLEAR, returnOverdue: true };
const FIX: WorkflowFlags = { ...CLEAR, openVerdicts: 1 };

const ask = (
  state: ApplicationStatus,
  action: ApplicationAction,
  role: Role,
  flags: WorkflowFlags = action === 'EXPIRE' ? OVERDUE : CLEAR,
  reason: string | null = '理由',
) => decide({ type, state, action, actor: actorIn(role), flags, reason });

/** The whole table of domain.md §10: what may happen, by whom, and where it leads. */
const MOVES: readonly (readonly [ApplicationStatus, ApplicationAction, Role, ApplicationStatus])[] =
  [
    ['DRAFT', 'EDIT', 'CANDIDATE', 'DRAFT'],
    ['DRAFT', 'SUBMIT', 'CANDIDATE', 'SUBMITTED'],
    ['DRAFT', 'DELETE', 'CANDIDATE', 'DELETED'],
    ['SUBMITTED', 'EDIT', 'CANDIDATE', 'SUBMITTED'],
    ['SUBMITTED', 'UPLOAD_SIGNED_FORM', 'CANDIDATE', 'SUBMITTED'],
    ['SUBMITTED', 'WITHDRAW', 'CANDIDATE', 'WITHDRAWN'],
    ['SUBMITTED', 'DELETE', 'CANDIDATE', 'DELETED'],
    ['SUBMITTED', 'START_REVIEW', 'REVIEWER', 'UNDER_REVIEW'],
    ['SUBMITTED', 'ASSIGN_PLAN', 'PLAN_CLERK', 'SUBMITTED'],
    ['SUBMITTED', 'ASSIGN_PLAN', 'REVIEWER', 'SUBMITTED'],
    ['UNDER_REVIEW', 'ASSIGN_PLAN', 'PLAN_CLERK', 'UNDER_REVIEW'],
    ['UNDER_REVIEW', 'ASSIGN_PLAN', 'REVIEWER', 'UNDER_REVIEW'],
    ['UNDER_REVIEW', 'UPLOAD_SIGNED_FORM', 'CANDIDATE', 'UNDER_REVIEW'],
    ['UNDER_REVIEW', 'RETURN', 'REVIEWER', 'RETURNED'],
    ['UNDER_REVIEW', 'ACCEPT', 'REVIEWER', 'QUALIFIED'],
    ['RETURNED', 'EDIT', 'CANDIDATE', 'RETURNED'],
    ['RETURNED', 'UPLOAD_SIGNED_FORM', 'CANDIDATE', 'RETURNED'],
    ['RETURNED', 'RESUBMIT', 'CANDIDATE', 'SUBMITTED'],
    ['RETURNED', 'WITHDRAW', 'CANDIDATE', 'WITHDRAWN'],
    ['RETURNED', 'DELETE', 'CANDIDATE', 'DELETED'],
    ['RETURNED', 'EXPIRE', 'SYSTEM', 'EXPIRED'],
    ['QUALIFIED', 'SCHEDULE', 'PLAN_CLERK', 'SCHEDULED'],
    ['QUALIFIED', 'WITHDRAW', 'CANDIDATE', 'WITHDRAWN'],
    ['SCHEDULED', 'SCHEDULE', 'PLAN_CLERK', 'SCHEDULED'],
    ['SCHEDULED', 'RECORD_RESULTS', 'RESULT_CLERK', 'EXAMINED'],
    ['SCHEDULED', 'WITHDRAW', 'CANDIDATE', 'WITHDRAWN'],
    ['EXAMINED', 'RECORD_RESULTS', 'RESULT_CLERK', 'EXAMINED'],
    ['EXAMINED', 'PUBLISH_RESULTS', 'RESULT_PUBLISHER', 'PASSED'],
    ['PASSED', 'QUEUE_FORWARD', 'RESULT_PUBLISHER', 'READY_TO_FORWARD'],
    ['PASSED', 'QUEUE_FORWARD', 'FORWARDER', 'READY_TO_FORWARD'],
    ['PASSED', 'QUEUE_FORWARD', 'SYSTEM', 'READY_TO_FORWARD'],
    ['READY_TO_FORWARD', 'FORWARD', 'FORWARDER', 'FORWARDED'],
    ['FORWARDED', 'ISSUER_RETURN', 'AUTHORITY_REVIEWER', 'ISSUER_RETURNED'],
    ['FORWARDED', 'ISSUER_RETURN', 'AUTHORITY_APPROVER', 'ISSUER_RETURNED'],
    ['FORWARDED', 'APPROVE', 'AUTHORITY_APPROVER', 'APPROVED'],
    ['FORWARDED', 'REJECT', 'AUTHORITY_APPROVER', 'REJECTED'],
    ['ISSUER_RETURNED', 'QUEUE_FORWARD', 'FORWARDER', 'READY_TO_FORWARD'],
    ['ISSUER_RETURNED', 'RETURN', 'REVIEWER', 'RETURNED'],
    ['APPROVED', 'MARK_PRINTED', 'PRINTER', 'PRINTED'],
    ['PRINTED', 'MARK_DELIVERED', 'PRINTER', 'DELIVERED'],
    ['DELETED', 'RESTORE', 'REVIEWER', 'SUBMITTED'],
    ['DELETED', 'RESTORE', 'INSTITUTION_ADMIN', 'SUBMITTED'],
  ];

const isListed = (state: string, action: string, role: string) =>
  MOVES.some((move) => move[0] === state && move[1] === action && move[2] === role);

describe('The workflow', () => {
  it.each(MOVES)('in %s lets %s by %s lead to %s', (state, action, role, to) => {
    expect(ask(state, action, role, action === 'RETURN' ? FIX : undefined)).toEqual({
      allowed: true,
      to,
    });
  });

  it.each(APPLICATION_STATUSES)('in %s refuses whatever the table does not list', (state) => {
    for (const action of APPLICATION_ACTIONS) {
      for (const role of ROLES.filter((one) => !isListed(state, action, one))) {
        for (const flags of [CLEAR, FIX, OVERDUE, {}]) {
          const decision = ask(state, action, role, flags);
          expect(decision.allowed, `${state} ${action} ${role}`).toBe(false);
        }
      }
    }
  });

  it('answers every state, role, action and mix of flags with a target or words in both languages', () => {
    const flags = fc.record(
      {
        missingRequired: fc.nat(3),
        ineligible: fc.boolean(),
        planClosed: fc.boolean(),
        signedFormMissing: fc.boolean(),
        signedFormStale: fc.boolean(),
        openVerdicts: fc.nat(3),
        unexplainedVerdicts: fc.nat(3),
        unjudgedItems: fc.nat(3),
        unansweredFixes: fc.nat(3),
        returnOverdue: fc.boolean(),
        examAhead: fc.boolean(),
        withdrawalClosed: fc.boolean(),
        missingResults: fc.nat(3),
        actorTookPart: fc.subarray([...APPLICATION_ACTIONS]),
        outcome: fc.constantFrom('PASSED', 'FAILED', 'ABSENT', 'VOID'),
        examPassed: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...APPLICATION_STATUSES),
        fc.constantFrom(...APPLICATION_ACTIONS),
        fc.subarray([...ROLES]),
        fc.boolean(),
        flags,
        (state, action, roles, isOwner, some) => {
          const actor = { id: 'x', roles, isOwner };
          const decision = decide({ type, state, action, actor, flags: some, reason: '理由' });
          if (decision.allowed) {
            expect(stateOf(type, decision.to)).toBeDefined();
            expect(allowedActions({ type, state, actor, flags: some })).toContain(action);
          } else {
            const ref = { key: decision.whyNot, params: decision.params };
            expect(renderText('zh-CN', ref)).not.toMatch(/[{}]/);
            expect(renderText('en', ref)).not.toMatch(/[{}]/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('deletes only drafts, unreviewed and returned applications', () => {
    const deletable = APPLICATION_STATUSES.filter((one) => ask(one, 'DELETE', 'CANDIDATE').allowed);
    expect(deletable).toEqual(['DRAFT', 'SUBMITTED', 'RETURNED']);
  });

  it('says STATE_INVALID to somebody whose turn it is not yet, FORBIDDEN to everybody else', () => {
    expect(ask('DRAFT', 'START_REVIEW', 'REVIEWER')).toMatchObject({ code: 'STATE_INVALID' });
    expect(ask('DRAFT', 'START_REVIEW', 'CANDIDATE')).toMatchObject({ code: 'FORBIDDEN' });
    expect(ask('SUBMITTED', 'START_REVIEW', 'AUDITOR')).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('Who acts', () => {
  it('must own an application to act as its candidate', () => {
    const stranger = { id: 'x', roles: ['CANDIDATE'], isOwner: false } as const;
    expect(
      decide({ type, state: 'DRAFT', action: 'SUBMIT', actor: stranger, flags: CLEAR }),
    ).toMatchObject({
      code: 'FORBIDDEN',
      whyNot: 'whyNot.notOwner',
    });
  });

  it('may not handle their own application as staff', () => {
    const both = { id: 'x', roles: ['CANDIDATE', 'REVIEWER'], isOwner: true } as const;
    expect(
      decide({ type, state: 'SUBMITTED', action: 'START_REVIEW', actor: both, flags: CLEAR }),
    ).toMatchObject({ code: 'FORBIDDEN', whyNot: 'whyNot.ownApplication' });
  });

  it('may not publish results they recorded', () => {
    const flags = { ...CLEAR, actorTookPart: ['RECORD_RESULTS'] } as const;
    expect(ask('EXAMINED', 'PUBLISH_RESULTS', 'RESULT_PUBLISHER', flags)).toMatchObject({
      code: 'FORBIDDEN',
      whyNot: 'whyNot.recordedByActor',
    });
  });

  it.each(['START_REVIEW', 'RETURN', 'ACCEPT', 'FORWARD'] as const)(
    'may not approve or refuse after %s',
    (part) => {
      const flags = { ...CLEAR, actorTookPart: [part] };
      for (const action of ['APPROVE', 'REJECT'] as const) {
        expect(ask('FORWARDED', action, 'AUTHORITY_APPROVER', flags)).toMatchObject({
          code: 'FORBIDDEN',
          whyNot: 'whyNot.reviewedByActor',
        });
      }
    },
  );
});

describe('A guard', () => {
  it.each([
    [
      'DRAFT',
      'SUBMIT',
      'CANDIDATE',
      { missingRequired: 2 },
      'VALIDATION',
      'whyNot.missingRequired',
    ],
    ['DRAFT', 'SUBMIT', 'CANDIDATE', { ineligible: true }, 'NOT_ELIGIBLE', 'whyNot.ineligible'],
    ['DRAFT', 'SUBMIT', 'CANDIDATE', { planClosed: true }, 'PLAN_CLOSED', 'whyNot.planClosed'],
    [
      'UNDER_REVIEW',
      'ACCEPT',
      'REVIEWER',
      { signedFormMissing: true },
      'VALIDATION',
      'whyNot.signedFormMissing',
    ],
    [
      'UNDER_REVIEW',
      'ACCEPT',
      'REVIEWER',
      { signedFormStale: true },
      'VALIDATION',
      'whyNot.signedFormStale',
    ],
    [
      'UNDER_REVIEW',
      'ACCEPT',
      'REVIEWER',
      { openVerdicts: 1 },
      'VALIDATION',
      'whyNot.openVerdicts',
    ],
    [
      'UNDER_REVIEW',
      'ACCEPT',
      'REVIEWER',
      { unjudgedItems: 1 },
      'VALIDATION',
      'whyNot.unjudgedItems',
    ],
    ['UNDER_REVIEW', 'RETURN', 'REVIEWER', {}, 'VALIDATION', 'whyNot.noFixVerdict'],
    [
      'UNDER_REVIEW',
      'RETURN',
      'REVIEWER',
      { openVerdicts: 1, unexplainedVerdicts: 1 },
      'VALIDATION',
      'whyNot.unexplainedVerdicts',
    ],
    [
      'RETURNED',
      'RESUBMIT',
      'CANDIDATE',
      { unansweredFixes: 1 },
      'VALIDATION',
      'whyNot.unansweredFixes',
    ],
    [
      'RETURNED',
      'RESUBMIT',
      'CANDIDATE',
      { missingRequired: 1 },
      'VALIDATION',
      'whyNot.missingRequired',
    ],
    [
      'RETURNED',
      'RESUBMIT',
      'CANDIDATE',
      { returnOverdue: true },
      'STATE_INVALID',
      'whyNot.returnOverdue',
    ],
    [
      'RETURNED',
      'EXPIRE',
      'SYSTEM',
      { returnOverdue: false },
      'VALIDATION',
      'whyNot.returnNotOverdue',
    ],
    [
      'SCHEDULED',
      'WITHDRAW',
      'CANDIDATE',
      { withdrawalClosed: true },
      'VALIDATION',
      'whyNot.withdrawalClosed',
    ],
    [
      'SCHEDULED',
      'RECORD_RESULTS',
      'RESULT_CLERK',
      { examAhead: true },
      'STATE_INVALID',
      'whyNot.examAhead',
    ],
    [
      'EXAMINED',
      'PUBLISH_RESULTS',
      'RESULT_PUBLISHER',
      { missingResults: 1 },
      'VALIDATION',
      'whyNot.missingResults',
    ],
  ] as const)('in %s stops %s by %s with %j', (state, action, role, flags, code, key) => {
    expect(ask(state, action, role, { ...CLEAR, ...flags })).toMatchObject({ code, whyNot: key });
  });
});

describe('A fork', () => {
  it.each(['PASSED', 'FAILED', 'ABSENT', 'VOID'] as const)(
    'publishes the outcome %s',
    (outcome) => {
      const decision = ask('EXAMINED', 'PUBLISH_RESULTS', 'RESULT_PUBLISHER', { outcome });
      expect(decision).toEqual({ allowed: true, to: outcome });
    },
  );

  it('is refused while the outcome is not known', () => {
    expect(ask('EXAMINED', 'PUBLISH_RESULTS', 'RESULT_PUBLISHER', {})).toMatchObject({
      code: 'VALIDATION',
      whyNot: 'whyNot.outcomeUnknown',
    });
  });

  it('does not send somebody who has passed the exam into it again', () => {
    expect(ask('UNDER_REVIEW', 'ACCEPT', 'REVIEWER', { examPassed: true })).toEqual({
      allowed: true,
      to: 'READY_TO_FORWARD',
    });
  });
});

describe('A reason', () => {
  it.each(['', '  ', null])('that is %j does not satisfy an action that demands one', (reason) => {
    expect(ask('FORWARDED', 'REJECT', 'AUTHORITY_APPROVER', CLEAR, reason)).toMatchObject({
      code: 'VALIDATION',
      whyNot: 'whyNot.reasonRequired',
    });
  });

  it('is not asked for before the button is pressed', () => {
    const actor = actorIn('AUTHORITY_APPROVER');
    expect(allowedActions({ type, state: 'FORWARDED', actor, flags: CLEAR })).toEqual([
      'ISSUER_RETURN',
      'APPROVE',
      'REJECT',
    ]);
    expect(reasonFor(type, 'FORWARDED', 'REJECT')).toBe('REQUIRED');
    expect(reasonFor(type, 'DRAFT', 'REJECT')).toBe('NONE');
  });
});

describe('Why not', () => {
  it('names each of the role’s actions that are not possible now, and no others', () => {
    const actor = actorIn('REVIEWER');
    const answers = whyNot({ type, state: 'UNDER_REVIEW', actor, flags: { openVerdicts: 1 } });
    expect(answers.map(({ action, code }) => [action, code])).toEqual([
      ['RESTORE', 'STATE_INVALID'],
      ['START_REVIEW', 'STATE_INVALID'],
      ['ACCEPT', 'VALIDATION'],
    ]);
    expect(answers.every(({ whyNot: key }) => hasText(key))).toBe(true);
  });
});
