import {
  ActOnApplicationDocument,
  DecideIssueLineDocument,
  EnterResultsDocument,
  ForwardApplicationsDocument,
  IssueBatchDocument,
  PublishResultsDocument,
  ReviewPageDocument,
  SetVerdictsDocument,
  type ApplicationAction,
  type IssueDecision,
  type ReviewPageQuery,
  type SubjectMarkInput,
  type VerdictInput,
} from '@kaopu/graphql';
import type { Role } from '../../src/platform/access/actor.js';
import type { ApiHarness } from '../support/api-harness.js';
import { signedInStaff, type SignedIn } from './accounts.js';
import { Applicant, succeeded, type CommandOverrides } from './applications.js';
import { anActor } from './certificates.js';
import { newKey, versionOf } from './drafts.js';
import { STEPS, WAY, type Stage } from './stages.js';

/** What is said about one target, as it is on the screen at that moment. */
export type Said = Omit<VerdictInput, 'seen'>;

/** An objection to one target; the reason fits every file unless another is given. */
export type Objection = Partial<Said> & { readonly target: string };

/** Stands for what was seen of something that is not there. */
const NOTHING_SEEN = '0'.repeat(64);

/** The people of one exam institution and its issuing authority; every method is a real request. */
export class Desk {
  private readonly people = new Map<Role, SignedIn>();
  /** Of the batch last forwarded. */
  batchId = '';

  constructor(
    readonly api: ApiHarness,
    readonly institutionCode = 'EI-34',
    readonly authorityCode = 'P34',
  ) {}

  /** The one person who has the role; signed in when first asked for. */
  async as(role: Role): Promise<SignedIn> {
    const known = this.people.get(role);
    if (known) return known;
    const browser = await this.another(role);
    this.people.set(role, browser);
    return browser;
  }

  /** A colleague in the role. */
  another(...roles: readonly Role[]): Promise<SignedIn> {
    const isAuthority = roles.some((role) => role.startsWith('AUTHORITY') || role === 'PRINTER');
    return signedInStaff(
      this.api,
      roles,
      isAuthority
        ? { authorityCode: this.authorityCode }
        : { institutionCode: this.institutionCode },
    );
  }

  async page(id: string, who?: SignedIn): Promise<ReviewPageQuery['application']> {
    const reader = who ?? (await this.as('REVIEWER'));
    return (await reader.send(ReviewPageDocument, { id })).application;
  }

  async act(
    who: SignedIn,
    id: string,
    action: ApplicationAction,
    { reason, ...overrides }: CommandOverrides & { readonly reason?: string } = {},
  ) {
    const input = {
      ...(await this.command(id, overrides)),
      action,
      ...(reason !== undefined && { reason }),
    };
    return (await who.send(ActOnApplicationDocument, { input })).actOnApplication;
  }

  async verdicts(
    id: string,
    said: readonly Said[],
    { who, ...overrides }: CommandOverrides & { readonly who?: SignedIn } = {},
  ) {
    const reviewer = who ?? (await this.as('REVIEWER'));
    const { reviewTargets } = await this.page(id, reviewer);
    const verdicts = said.map((one): VerdictInput => {
      const isSame = (other: { targetKind: string; target: string }): boolean =>
        other.targetKind === one.targetKind && other.target === one.target;
      return { ...one, seen: reviewTargets.find(isSame)?.seen ?? NOTHING_SEEN };
    });
    const input = { ...(await this.command(id, overrides)), verdicts };
    return (await reviewer.send(SetVerdictsDocument, { input })).setVerdicts;
  }

  /** Says yes to every answer and file of the case but those objected to. */
  async judge(id: string, ...objections: readonly Objection[]) {
    const { reviewTargets } = await this.page(id);
    const objected = objections.map(objection);
    const others = reviewTargets
      .filter(({ due, target }) => due && !objected.some((one) => one.target === target))
      .map(({ targetKind, target }) => ({ targetKind, target, ok: true }));
    return this.verdicts(id, [...others, ...objected]);
  }

  /** Starts the review, objects and sends the case back. */
  async sendBack(id: string, ...objections: readonly Objection[]) {
    const reviewer = await this.as('REVIEWER');
    succeeded(await this.act(reviewer, id, 'START_REVIEW'), 'Application');
    succeeded(await this.judge(id, ...objections), 'Application');
    return succeeded(await this.act(reviewer, id, 'RETURN'), 'Application');
  }

  async enter(
    id: string,
    subjects: readonly SubjectMarkInput[],
    { who, ...overrides }: CommandOverrides & { readonly who?: SignedIn } = {},
  ) {
    const clerk = who ?? (await this.as('RESULT_CLERK'));
    const input = { ...(await this.command(id, overrides)), subjects: [...subjects] };
    return (await clerk.send(EnterResultsDocument, { input })).enterResults;
  }

  async publish(
    id: string,
    { who, ...overrides }: CommandOverrides & { readonly who?: SignedIn } = {},
  ) {
    const publisher = who ?? (await this.as('RESULT_PUBLISHER'));
    const input = await this.command(id, overrides);
    return (await publisher.send(PublishResultsDocument, { input })).publishResults;
  }

  /** Hands cases over in one batch and remembers it. */
  async forward(ids: readonly string[], who?: SignedIn) {
    const forwarder = who ?? (await this.as('FORWARDER'));
    const input = {
      idempotencyKey: newKey(),
      applications: await this.seen(ids),
    };
    const { forwardApplications } = await forwarder.send(ForwardApplicationsDocument, { input });
    if (forwardApplications.__typename === 'IssueBatch') this.batchId = forwardApplications.id;
    return forwardApplications;
  }

  /** The authority's decision about a line of the batch last forwarded. */
  async decide(
    decision: IssueDecision,
    { who, reason, line = 0 }: { who?: SignedIn; reason?: string; line?: number } = {},
  ) {
    const approver = who ?? (await this.as('AUTHORITY_APPROVER'));
    const { issueBatch } = await approver.send(IssueBatchDocument, { id: this.batchId });
    const decided = issueBatch.lines[line];
    if (!decided) throw new Error(`The batch has no line ${line}.`);
    const input = {
      lineId: decided.id,
      version: decided.version,
      idempotencyKey: newKey(),
      decision,
      ...(reason !== undefined && { reason }),
    };
    return (await approver.send(DecideIssueLineDocument, { input })).decideIssueLine;
  }

  /** A case of the plan, taken the whole way up to the stage by the services. */
  async caseAt(stage: Stage, planId: string): Promise<Applicant> {
    const applicant = await Applicant.submitted(this.api, planId);
    for (const next of WAY.slice(0, WAY.indexOf(stage) + 1)) await this.advance(applicant.id, next);
    return applicant;
  }

  /** One step of the way, from the state before. */
  async advance(id: string, to: Stage): Promise<void> {
    const { role, take } = STEPS[to];
    const { accountId } = await this.as(role);
    const { institutionCode } = this;
    const actor = anActor({ kind: 'account', id: accountId, roles: [role], institutionCode });
    const came = await take({ api: this.api, actor, id });
    if (to === 'FORWARDED') this.batchId = came;
  }

  private seen(ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return Promise.all(ids.map(async (id) => ({ id, version: await versionOf(this.api, id) })));
  }

  private async command(id: string, { version, idempotencyKey = newKey() }: CommandOverrides) {
    return {
      applicationId: id,
      version: version ?? (await versionOf(this.api, id)),
      idempotencyKey,
    };
  }
}

const objection = (one: Objection): Said => ({
  targetKind: 'SLOT',
  ok: false,
  reasonCode: 'FILE_STAMP_MISSING',
  ...one,
});
