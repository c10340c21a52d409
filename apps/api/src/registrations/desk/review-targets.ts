import { Injectable } from '@nestjs/common';
import { isBlank, reviewedFields, type Answers } from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseFile, VerdictRow } from '../cases/case-file.js';
import { isStale, targetHash } from '../cases/fingerprint.js';
import type { ReviewTarget } from './review-target.type.js';

type Target = Pick<VerdictRow, 'targetKind' | 'target'>;

/** A part of a case that can be judged. */
interface Judgeable extends Target {
  /** There is something in it, so that nothing is accepted without a verdict on it. */
  readonly due: boolean;
}

/** Every field and file the type declares, also those that were left empty. */
export function judgeable({ type, slots, submitted }: CaseFile): readonly Judgeable[] {
  const values: Answers = { ...submitted?.person, ...submitted?.answers };
  const fields = submitted ? reviewedFields(type, submitted.person) : [];
  return [
    ...type.slots.map(({ code }) => ({
      targetKind: 'SLOT' as const,
      target: code,
      due: slots.has(code),
    })),
    ...fields.map(({ id }) => ({
      targetKind: 'FIELD' as const,
      target: id,
      due: !isBlank(values[id]),
    })),
  ];
}

/** Files and answers that need a verdict before acceptance and have none that fits what is there now. */
export function unjudged(file: CaseFile): readonly Target[] {
  const isJudged = ({ targetKind, target }: Target): boolean =>
    file.verdicts.some(
      (verdict) =>
        verdict.targetKind === targetKind && verdict.target === target && !isStale(verdict, file),
    );
  return judgeable(file).filter((one) => one.due && !isJudged(one));
}

/** What there is to judge, and which content of it was on the reviewer's screen. */
@Injectable()
export class ReviewTargets {
  constructor(private readonly cipher: FieldCipher) {}

  /** Nothing for the owner: the desk judges. */
  of(actor: Actor, file: CaseFile): ReviewTarget[] {
    if (actor.id === file.row.accountId) return [];
    return judgeable(file).map(({ targetKind, target, due }) => ({
      targetKind,
      target,
      due,
      seen: this.seen(file, { targetKind, target }),
    }));
  }

  /** Stands for the content of a target. Keyed, for a plain hash of a short answer could be guessed. */
  seen({ row, content, slots }: CaseFile, { targetKind, target }: Target): string {
    const hash = targetHash({ targetKind, target }, content, slots);
    return this.cipher.blindIndex('verdict.seen', `${row.id}|${targetKind}|${target}|${hash}`);
  }
}
