import type { Role } from '../../../src/platform/access/actor.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../../builders/accounts.js';
import { Desk } from '../../builders/desk.js';
import type { ApiHarness } from '../../support/api-harness.js';

/** Somebody who can sign in, as one case sees them. */
export interface Reader {
  readonly name: string;
  readonly role: Role;
  /** OWN: it is their case, or one of their office; OTHER: somebody else's. Observers have every office. */
  readonly office: 'OWN' | 'OTHER';
  readonly browser: SignedIn;
}

const INSTITUTION = [
  'REVIEWER',
  'PLAN_CLERK',
  'RESULT_CLERK',
  'RESULT_PUBLISHER',
  'FORWARDER',
  'INSTITUTION_ADMIN',
] as const satisfies readonly Role[];
const AUTHORITY = [
  'AUTHORITY_REVIEWER',
  'AUTHORITY_APPROVER',
  'PRINTER',
] as const satisfies readonly Role[];
const OBSERVERS = ['AUDITOR', 'SYSADMIN'] as const satisfies readonly Role[];

/** Every role a person can sign in with, to be held against the declared ones. */
export const PERSONS: readonly Role[] = ['CANDIDATE', ...INSTITUTION, ...AUTHORITY, ...OBSERVERS];

/** Everybody but candidates: one person per role at each of two institutions with their authorities. */
export class Offices {
  private constructor(
    private readonly api: ApiHarness,
    private readonly desks: readonly Desk[],
    private readonly observers: readonly Reader[],
  ) {}

  static async open(api: ApiHarness): Promise<Offices> {
    const desks = [new Desk(api, 'EI-34', 'P34'), new Desk(api, 'EI-00', 'SAMR')];
    const observers: Reader[] = [];
    for (const role of OBSERVERS) {
      const browser = await signedInStaff(api, [role]);
      observers.push({ name: role, role, office: 'OWN', browser });
    }
    for (const desk of desks) {
      for (const role of [...INSTITUTION, ...AUTHORITY]) await desk.as(role);
    }
    return new Offices(api, desks, observers);
  }

  /** The desk that handles a case of the institution. */
  desk(institutionCode: string): Desk {
    const desk = this.desks.find((one) => one.institutionCode === institutionCode);
    if (!desk) throw new Error(`Nobody works at ${institutionCode}.`);
    return desk;
  }

  /** Everybody there is, for a case and the institution that handles it. */
  async readersOf({
    owner,
    institutionCode,
  }: {
    readonly owner: SignedIn;
    readonly institutionCode: string;
  }): Promise<readonly Reader[]> {
    const stranger = await signedInCandidate(this.api);
    const candidate = { role: 'CANDIDATE' } as const;
    const staff: Reader[] = [];
    for (const desk of this.desks) {
      const office = desk.institutionCode === institutionCode ? 'OWN' : 'OTHER';
      for (const role of [...INSTITUTION, ...AUTHORITY]) {
        const name = office === 'OWN' ? role : `${role} of another office`;
        staff.push({ name, role, office, browser: await desk.as(role) });
      }
    }
    return [
      { ...candidate, name: 'the owner', office: 'OWN', browser: owner },
      { ...candidate, name: 'another candidate', office: 'OTHER', browser: stranger },
      ...staff,
      ...this.observers,
    ];
  }
}
