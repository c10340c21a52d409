import { SlotFiles } from '../../src/attachments/slot-files.js';
import { StoredFiles } from '../../src/attachments/stored-files.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UserError } from '../../src/platform/graphql/user-error.js';
import { AnswersService } from '../../src/registrations/applying/answers.service.js';
import { ApplyingService } from '../../src/registrations/applying/applying.service.js';
import { MovesService } from '../../src/registrations/cases/moves.service.js';
import { PapersService } from '../../src/registrations/applying/papers.service.js';
import { SubmittingService } from '../../src/registrations/applying/submitting.service.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { anActor } from '../builders/certificates.js';
import { photoJpeg, scanPdf } from '../builders/files.js';
import { aPlan } from '../builders/plans.js';
import type { ApiHarness } from '../support/api-harness.js';

const ANSWERS: Readonly<Record<string, unknown>> = {
  testingNature: 'PERIODIC',
  workYears: 6,
  workRecords: [{ from: '2020-01-06', to: null, unit: '演示检测有限公司', kind: 'TESTING' }],
  nearVisionLeft: '5.0',
  nearVisionRight: '5.1',
  colourVision: 'NORMAL',
  visionExamDate: '2026-10-15',
  deliveryMethod: 'PICK_UP',
};
const PAPERS = ['ID_COPY', 'DIPLOMA', 'WORK_PROOF', 'VISION'] as const;

let keys = 0;
export const nextKey = (): string => `reviewed-case-${++keys}`;

/** A case on a reviewer's desk, with everybody who has to do with it. */
export class ReviewedCase {
  private constructor(
    private readonly api: ApiHarness,
    readonly id: string,
    readonly candidate: SignedIn,
    readonly reviewer: SignedIn,
  ) {}

  /** Submitted with its signed form, the review started; by the services instead of browsers. */
  static async start(api: ApiHarness): Promise<ReviewedCase> {
    const plan = await aPlan(api);
    const candidate = await signedInCandidate(api);
    const reviewer = await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-34' });
    const owner = asCandidate(candidate);
    const wish = { idempotencyKey: nextKey(), type: 'testing-initial', itemCode: 'RT-I' };
    const id = done(await api.app.get(ApplyingService).start(owner, wish));
    const one = new ReviewedCase(api, id, candidate, reviewer);
    await one.fill(owner, plan.id);
    const submission = { ...(await one.command()), truthDeclared: true };
    done(await api.app.get(SubmittingService).submit(owner, submission));
    await one.signForm();
    const desk = anActor({
      kind: 'account',
      id: reviewer.accountId,
      roles: ['REVIEWER'],
      institutionCode: 'EI-34',
    });
    const opening = { ...(await one.command()), action: 'START_REVIEW' as const };
    done(await api.app.get(MovesService).act(desk, opening));
    return one;
  }

  /** Hands in the signed form, also in place of an earlier one. */
  async signForm(marker = 'DEMO'): Promise<void> {
    const input = { applicationId: this.id, slot: 'FORM_SIGNED', idempotencyKey: nextKey() };
    const file = { fileName: '报名申请表.pdf', content: scanPdf(1, marker) };
    done(await this.api.app.get(PapersService).upload(asCandidate(this.candidate), input, file));
  }

  /** What every command about the case says. */
  async command(): Promise<{ applicationId: string; version: number; idempotencyKey: string }> {
    const [row] = await this.api.db.query<{ version: number }[]>(
      'SELECT version FROM application WHERE id = ?',
      [this.id],
    );
    return {
      applicationId: this.id,
      version: Number(row?.version),
      idempotencyKey: nextKey(),
    };
  }

  private async fill(owner: Actor, planId: string): Promise<void> {
    for (const slot of [...PAPERS, 'PHOTO']) {
      const order =
        slot === 'PHOTO'
          ? { purpose: 'PHOTO' as const, content: await photoJpeg() }
          : { purpose: 'DOCUMENT' as const, content: scanPdf() };
      const stored = await this.api.app
        .get(StoredFiles)
        .store({ ...order, ownerId: owner.id, fileName: '扫描件' });
      if (!stored.ok) throw new Error(stored.key);
      const put = {
        subjectId: this.id,
        slotCode: slot,
        fileId: stored.file.id,
        createdBy: owner.id,
      };
      await this.api.db.transaction((em) => this.api.app.get(SlotFiles).put(em, put));
    }
    const answers = Object.entries(ANSWERS).map(([fieldId, value]) => ({ fieldId, value }));
    done(
      await this.api.app
        .get(AnswersService)
        .save(owner, { ...(await this.command()), answers, planId }),
    );
  }
}

const asCandidate = ({ accountId }: SignedIn): Actor =>
  anActor({ kind: 'account', id: accountId, roles: ['CANDIDATE'] });

/** @throws Error with the refusal. */
function done(outcome: string | UserError): string {
  if (outcome instanceof UserError) throw new Error(JSON.stringify(outcome));
  return outcome;
}
