import { Injectable } from '@nestjs/common';
import {
  allowedActions,
  daysBetween,
  maskIdNumber,
  maskPhone,
  nextStep,
  renderText,
  shanghaiDate,
  signedSlotOf,
  statusLine,
  whyNot,
  writableFields,
  type WorkflowFlags,
} from '@kaopu/domain';
import { Dictionaries } from '../../catalogue/dictionaries/dictionaries.js';
import { Items } from '../../catalogue/items/items.js';
import { AccountNames } from '../../auth/accounts/account-names.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { say } from '../../platform/i18n/refuse.js';
import { lazily } from '../../platform/lazily.js';
import { Application, SignedFormNote, type Verdict } from './application.type.js';
import { viewingRole, workflowActor } from './case-answers.js';
import { contentOf, type CaseContent, type CaseFile, type VerdictRow } from './case-file.js';
import { CaseFlags } from './case-flags.js';
import { itemOfCase } from './case-item.js';
import { flaggedTargets } from './flagged.js';
import { isStale } from './fingerprint.js';
import { SignedFormFinding } from '../forms/signed-form.js';
import { statedFlags } from '../applying/stated-view.js';

const WAITING: ReadonlySet<string> = new Set(['SUBMITTED', 'UNDER_REVIEW']);

/** The case file behind an `Application` already built, for the fields computed on demand. */
const FILES = new WeakMap<Application, CaseFile>();

/** @throws Error for an object CaseView did not build. */
export function fileOf(application: Application): CaseFile {
  const file = FILES.get(application);
  if (!file) throw new Error('This application was not built from a case file.');
  return file;
}

/** Turns case files into what the actor may see of them, in their language. */
@Injectable()
export class CaseView {
  constructor(
    private readonly flags: CaseFlags,
    private readonly items: Items,
    private readonly dictionaries: Dictionaries,
    private readonly accounts: AccountNames,
    private readonly clock: Clock,
  ) {}

  async one(actor: Actor, file: CaseFile): Promise<Application> {
    const { row, type } = file;
    const flags = await this.flags.of(actor, file);
    const isOwner = actor.id === row.accountId;
    const application: Application = Object.assign(new Application(), {
      id: row.id,
      number: row.number,
      type: row.type,
      registrationType: type.registrationType,
      status: row.status,
      version: row.version,
      dataVersion: row.dataVersion,
      flags: {
        signedFormMissing: flags.signedFormMissing ?? false,
        signedFormStale: flags.signedFormStale ?? false,
        returnOpen: row.status === 'RETURNED',
        ...statedFlags(file),
      },
      createdAt: row.createdAt,
      submittedAt: row.submittedAt,
      returnDueAt: row.returnDueAt,
      deletedAt: row.deletedAt,
      restorableUntil: flags.restoreUntil ?? null,
      updatedAt: row.updatedAt,
      item: await itemOfCase(this.items, row),
      plan: file.plan,
      planChosenBy: file.planChoice,
      verdicts: await this.verdicts(actor, file, isOwner),
      formContentHash: row.contentHash,
      signedForm: signedFormNote(actor, file, flags.signedFormStale ?? false),
      ...(await this.forStaff(file, isOwner)),
    });
    FILES.set(application, file);
    return lazily(application, {
      answers: () => (isOwner ? contentOf(file).answers : maskedAnswers(file)),
      person: () => masked(contentOf(file)),
      writableFields: () => (isOwner ? this.writable(file) : []),
      applicantName: () => (isOwner ? null : (file.submitted?.person.name ?? null)),
      applicantIdNumber: () =>
        isOwner || !file.submitted ? null : maskIdNumber(file.submitted.person.idNumber),
      ...this.words(actor, file, flags),
    });
  }

  /** What was said about each target, while the actor may know it. */
  async verdicts(actor: Actor, file: CaseFile, isOwner: boolean): Promise<Verdict[]> {
    const isOpen = !isOwner || file.row.status === 'RETURNED';
    return isOpen
      ? Promise.all(file.verdicts.map((verdict) => this.verdict(actor, file, verdict)))
      : [];
  }

  private words(
    actor: Actor,
    file: CaseFile,
    flags: WorkflowFlags,
  ): {
    readonly [
      Part in 'statusLine' | 'nextStep' | 'allowedActions' | 'whyNot'
    ]: () => Application[Part];
  } {
    const { row, type } = file;
    const { language } = actor.request;
    const workflowCase = { type, state: row.status, actor: workflowActor(actor, row), flags };
    return {
      statusLine: () => renderText(language, statusLine(type, row.status, flags)),
      nextStep: () => renderText(language, nextStep(type, row.status, viewingRole(actor), flags)),
      allowedActions: () => allowedActions(workflowCase),
      whyNot: () =>
        whyNot(workflowCase).map(({ action, whyNot: key, params }) => ({
          action,
          message: renderText(language, { key, params }),
        })),
    };
  }

  private writable(file: CaseFile): readonly string[] {
    const { row, type, answers } = file;
    const flagged = flaggedTargets(file);
    return writableFields({ type, state: row.status, role: 'CANDIDATE', flagged, answers });
  }

  private async forStaff(
    { row }: CaseFile,
    isOwner: boolean,
  ): Promise<Pick<Application, 'waitingDays' | 'reviewerName'>> {
    const isWaiting = WAITING.has(row.status) && row.submittedAt !== null;
    return {
      waitingDays:
        isWaiting && row.submittedAt
          ? daysBetween(shanghaiDate(row.submittedAt), this.clock.today())
          : null,
      reviewerName:
        isOwner || row.reviewerId === null ? null : await this.accounts.of(row.reviewerId),
    };
  }

  private async verdict(actor: Actor, file: CaseFile, row: VerdictRow): Promise<Verdict> {
    const reason =
      row.reasonCode === null ? null : await this.dictionaries.returnReason(row.reasonCode);
    return {
      targetKind: row.targetKind,
      target: row.target,
      ok: row.ok,
      reasonCode: row.reasonCode,
      reasonText:
        reason === null ? null : actor.request.language === 'en' ? reason.textEn : reason.textZh,
      note: row.note,
      stale: isStale(row, file),
    };
  }
}

/** A form that fitted when it came and does not any more is an older one for everybody. */
function signedFormNote(
  actor: Actor,
  { row, slots, type }: CaseFile,
  isStale: boolean,
): SignedFormNote | null {
  if (!slots.has(signedSlotOf(type) ?? '')) return null;
  const finding = isStale ? SignedFormFinding.OLDER : (row.signedFinding ?? 'UNREADABLE');
  const side = actor.id === row.accountId ? 'owner' : 'staff';
  return new SignedFormNote(finding, say(actor, `signedForm.${finding}.${side}`));
}

/** Typed ID numbers are masked like the profile's. */
function maskedAnswers(file: CaseFile): CaseContent['answers'] {
  const { answers } = contentOf(file);
  const numbers = file.type.fields.filter(({ kind }) => kind === 'idNumber').map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      numbers.includes(id) && typeof value === 'string' ? maskIdNumber(value) : value,
    ]),
  );
}

/** Full numbers are shown one by one, with a reason (security.md D3). */
const masked = ({ person }: CaseContent): CaseContent['person'] => ({
  ...person,
  idNumber: maskIdNumber(person.idNumber),
  phone: maskPhone(person.phone),
});
