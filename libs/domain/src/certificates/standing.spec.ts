import { describe, expect, it } from 'vitest';
import { isEssentialNotice } from '../applications/essential-notices.js';
import { hasText } from '../texts/text.js';
import { ROLES, type Role } from '../workflow/roles.js';
import {
  allowedStandingActions,
  allowedStandingDecisions,
  closingRefusal,
  isStandingReason,
  proposalRefusal,
  RegisteredStatus,
  STANDING_ACTIONS,
  StandingAction,
  type ProposedStanding,
  type StandingRefusal,
} from './standing.js';

const REVIEWER = { roles: ['AUTHORITY_REVIEWER'], isHolder: false } as const;
const APPROVER = { roles: ['AUTHORITY_APPROVER'], isHolder: false } as const;
const STATUSES = Object.values(RegisteredStatus);
const ACTIONS = Object.values(StandingAction);

const proposal = (overrides: Partial<ProposedStanding> = {}): ProposedStanding => ({
  action: 'SUSPEND',
  from: 'VALID',
  status: 'VALID',
  outcome: null,
  isProposer: false,
  ...overrides,
});

describe('The table of standing actions', () => {
  it.each([
    ['VALID', ['SUSPEND', 'REVOKE', 'CANCEL']],
    ['SUSPENDED', ['REINSTATE', 'REVOKE', 'CANCEL']],
    ['REVOKED', []],
    ['CANCELLED', []],
    ['SUPERSEDED', []],
  ] as const)('offers from %s: %j', (status, actions) => {
    const certificate = { status, hasOpenProposal: false };
    expect(allowedStandingActions(REVIEWER, certificate)).toEqual(actions);
    expect(allowedStandingActions(APPROVER, certificate)).toEqual(actions);
  });

  it.each([
    ['SUSPEND', 'SUSPENDED'],
    ['REINSTATE', 'VALID'],
    ['REVOKE', 'REVOKED'],
    ['CANCEL', 'CANCELLED'],
  ] as const)('%s leads to %s', (action, to) => {
    expect(STANDING_ACTIONS[action].to).toBe(to);
  });

  it('moves a certificate somewhere else, and never to SUPERSEDED, which only a new print does', () => {
    for (const { from, to } of Object.values(STANDING_ACTIONS)) {
      expect(from).not.toContain(to);
      expect(to).not.toBe('SUPERSEDED');
    }
  });

  it('has words for each action, each refusal and each notice, and nobody may switch the notice off', () => {
    const refusals: readonly StandingRefusal[] = [
      'ROLE',
      'OWN_CERTIFICATE',
      'PROPOSER',
      'NOT_PROPOSER',
      'OPEN_PROPOSAL',
      'CLOSED',
      'STATUS',
    ];
    const keys = [
      ...ACTIONS.map((action) => `standing.${action}`),
      ...STATUSES.map((status) => `certificateStatus.${status}`),
      ...refusals.map((refusal) => `whyNot.standing.${refusal}`),
      ...Object.values(STANDING_ACTIONS).flatMap(({ notice }) =>
        ['title', 'body', 'sms'].map((part) => `notice.${notice}.${part}`),
      ),
    ];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
    for (const { notice } of Object.values(STANDING_ACTIONS)) {
      expect(isEssentialNotice(notice)).toBe(true);
    }
  });
});

describe('Who may propose', () => {
  const mayPropose = (role: Role): boolean =>
    allowedStandingActions(
      { roles: [role], isHolder: false },
      { status: 'VALID', hasOpenProposal: false },
    ).length > 0;

  it('are the authority’s reviewers and approvers, and nobody else', () => {
    expect(ROLES.filter(mayPropose)).toEqual(['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER']);
  });

  it('is told the most telling reason why not', () => {
    const valid = { status: 'VALID', hasOpenProposal: false } as const;
    const printer = { roles: ['PRINTER'], isHolder: false } as const;
    expect(proposalRefusal('SUSPEND', printer, valid)).toBe('ROLE');
    expect(proposalRefusal('SUSPEND', { ...REVIEWER, isHolder: true }, valid)).toBe(
      'OWN_CERTIFICATE',
    );
    expect(proposalRefusal('REINSTATE', REVIEWER, valid)).toBe('STATUS');
    expect(proposalRefusal('SUSPEND', REVIEWER, { ...valid, hasOpenProposal: true })).toBe(
      'OPEN_PROPOSAL',
    );
    expect(proposalRefusal('SUSPEND', REVIEWER, valid)).toBeNull();
  });
});

describe('Who may decide', () => {
  it('is an approver who did not propose it', () => {
    const may = (role: Role): boolean =>
      closingRefusal('APPROVE', { roles: [role], isHolder: false }, proposal()) === null;
    expect(ROLES.filter(may)).toEqual(['AUTHORITY_APPROVER']);
    expect(allowedStandingDecisions(APPROVER, proposal())).toEqual(['APPROVE', 'REJECT']);
    const own = proposal({ isProposer: true });
    expect(allowedStandingDecisions(APPROVER, own)).toEqual([]);
    expect(closingRefusal('APPROVE', APPROVER, own)).toBe('PROPOSER');
  });

  it('is never the holder', () => {
    const holder = { ...APPROVER, isHolder: true };
    expect(closingRefusal('REJECT', holder, proposal())).toBe('OWN_CERTIFICATE');
  });

  it('withdraws nothing but their own proposal', () => {
    expect(closingRefusal('WITHDRAW', APPROVER, proposal())).toBe('NOT_PROPOSER');
    expect(closingRefusal('WITHDRAW', REVIEWER, proposal({ isProposer: true }))).toBeNull();
  });

  it.each(['APPROVED', 'REJECTED', 'WITHDRAWN'] as const)(
    'finds one that is %s closed',
    (outcome) => {
      const closed = proposal({ outcome });
      expect(allowedStandingDecisions(APPROVER, closed)).toEqual([]);
      expect(closingRefusal('APPROVE', APPROVER, closed)).toBe('CLOSED');
      expect(closingRefusal('WITHDRAW', REVIEWER, { ...closed, isProposer: true })).toBe('CLOSED');
    },
  );

  it('may only reject once the register says something else than it did', () => {
    const overtaken = proposal({ status: 'SUPERSEDED' });
    expect(allowedStandingDecisions(APPROVER, overtaken)).toEqual(['REJECT']);
    expect(closingRefusal('APPROVE', APPROVER, overtaken)).toBe('STATUS');
  });

  it('finds one that lapsed closed, and is told what overtook it', () => {
    const lapsed = proposal({ status: 'SUPERSEDED', outcome: 'LAPSED' });
    expect(allowedStandingDecisions(APPROVER, lapsed)).toEqual([]);
    expect(closingRefusal('APPROVE', APPROVER, lapsed)).toBe('STATUS');
    expect(closingRefusal('REJECT', APPROVER, lapsed)).toBe('CLOSED');
    expect(closingRefusal('WITHDRAW', REVIEWER, { ...lapsed, isProposer: true })).toBe('CLOSED');
  });
});

describe('A reason', () => {
  it.each([
    ['', false],
    ['          　', false],
    ['九个字不够说清楚的', false],
    ['十个字可以说清一件事', true],
    [' 十个字可以说清一件事 ', true],
    ['𠮷'.repeat(500), true],
    ['字'.repeat(501), false],
  ])('%j is enough: %s', (reason, enough) => {
    expect(isStandingReason(reason)).toBe(enough);
  });
});
