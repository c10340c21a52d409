import { Injectable } from '@nestjs/common';
import { isSignedBeforeSubmission, isSlotCode, signedSlotOf, writableSlots } from '@kaopu/domain';
import { SlotFiles } from '../../attachments/slot-files.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import type { CaseChange } from '../cases/case-commands.js';
import { contentOf } from '../cases/case-file.js';
import { PREPARING } from '../cases/case-files.js';
import { asItStands, Completeness } from './completeness.js';
import { flaggedTargets } from '../cases/flagged.js';
import type { PlaceableFile } from './placed-files.js';
import type { FiledForm } from '../forms/signed-form.js';
import { NO_SIGNED_FORM, SignedForms } from '../forms/signed-forms.js';
import { Submissions } from './submissions.js';

export const PHOTO = 'PHOTO';

/** What a file put into a slot, or taken out of it, means for the case. */
@Injectable()
export class PaperEffects {
  constructor(
    private readonly slotFiles: SlotFiles,
    private readonly completeness: Completeness,
    private readonly submissions: Submissions,
    private readonly signedForms: SignedForms,
  ) {}

  async put(
    change: CaseChange,
    slot: string,
    file: PlaceableFile & { readonly sha256: string; readonly codes: readonly string[] },
  ): Promise<RefusedError | null> {
    const { tx, actor } = change;
    if (!isOpen(change, slot)) return notWritable(change);
    const isForm = slot === signedSlotOf(change.file.type);
    if (isForm) {
      const foreign = await this.signedForms.note(change, this.printedNow(change), file.codes);
      if (foreign) return foreign;
    }
    const { id } = change.file.row;
    await file.place(tx.em, { subjectId: id, slotCode: slot, createdBy: actor.id });
    if (slot === PHOTO) this.submissions.photoChanged(change, file.sha256);
    return null;
  }

  /** A form that is signed before submission was printed from what is being prepared. */
  private printedNow(change: CaseChange): FiledForm {
    const { row, type } = change.file;
    if (!isSignedBeforeSubmission(type)) return row;
    const dataVersion = this.submissions.stamp(change, contentOf(change.file));
    const { contentHash } = change.set;
    return {
      number: row.number,
      dataVersion,
      contentHash: typeof contentHash === 'string' ? contentHash : row.contentHash,
    };
  }

  /** A required paper of a submitted case can be replaced, never taken away. */
  async remove(change: CaseChange, slot: string): Promise<RefusedError | null> {
    const { tx, actor, file, set, to } = change;
    if (!isOpen(change, slot)) return notWritable(change);
    const phase = file.type.slots.find(({ code }) => code === slot)?.phase;
    if (!PREPARING.has(to) && phase === 'BEFORE_SUBMIT') {
      const { slots, ...rest } = asItStands(file);
      const left = slots.filter((one) => one !== slot);
      if (await this.completeness.refusal(actor, file, { ...rest, slots: left })) {
        return refuse(actor, 'STATE_INVALID', 'refusal.replaceInstead');
      }
    }
    await this.slotFiles.remove(tx.em, file.row.id, slot);
    if (slot === signedSlotOf(file.type)) Object.assign(set, NO_SIGNED_FORM);
    return null;
  }
}

const notWritable = ({ actor }: CaseChange): RefusedError =>
  refuse(actor, 'STATE_INVALID', 'problem.notWritable');

function isOpen({ file }: CaseChange, slot: string): boolean {
  const { type, row } = file;
  const flagged = flaggedTargets(file);
  const open = writableSlots({ type, state: row.status, role: 'CANDIDATE', flagged });
  return isSlotCode(slot) && open.includes(slot);
}
