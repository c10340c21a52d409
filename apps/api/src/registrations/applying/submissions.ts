import { Injectable } from '@nestjs/common';
import type { Answers } from '@kaopu/domain';
import { ApplicationCells } from '../cases/application-cells.js';
import type { CaseChange } from '../cases/case-commands.js';
import type { CaseContent, CaseFile } from '../cases/case-file.js';
import { FiledPersons, type FiledPerson } from '../cases/filed-persons.js';
import { contentHash } from '../cases/fingerprint.js';
import { flaggedTargets } from '../cases/flagged.js';

const PHOTO = 'PHOTO';

/**
 * Freezes what is submitted: person and answers together, with the hash of everything that is
 * printed, the chosen plan and the photo included. Another hash is another data version, which makes a signed form stale (goals N5).
 */
@Injectable()
export class Submissions {
  constructor(
    private readonly cells: ApplicationCells,
    private readonly persons: FiledPersons,
  ) {}

  /**
   * The first time the live person is copied, later only what is open of them (domain.md §23).
   *
   * @param prepared the same person where the case was read with it under its lock
   */
  async freeze(change: CaseChange, answers: Answers, prepared?: FiledPerson): Promise<void> {
    const { row, slots } = change.file;
    const { set } = change;
    const person = prepared ?? (await this.next(change.file));
    set.personEnc = this.cells.seal(row.id, 'person_enc', person);
    set.submittedAnswersEnc = this.cells.seal(row.id, 'submitted_answers_enc', answers);
    this.stamp(change, { answers, person }, slots.get(PHOTO)?.file.sha256 ?? null);
  }

  /** Another photo on a submitted case: the form shows it, so a form signed before is stale. */
  photoChanged(change: CaseChange, photoSha256: string | null): void {
    const { submitted } = change.file;
    if (submitted && change.to === 'SUBMITTED') this.stamp(change, submitted, photoSha256);
  }

  private next({ row, type, submitted, verdicts }: CaseFile): Promise<FiledPerson> {
    const { accountId, status } = row;
    const flagged = flaggedTargets({ verdicts });
    const person = submitted?.person ?? null;
    return this.persons.next({ accountId, type, status, flagged, person });
  }

  /** Notes what is printed now; forms of requests show no photo. @returns the data version that stands for it. */
  stamp(change: CaseChange, content: CaseContent, photo: string | null = null): number {
    const { row, type, planChoice } = change.file;
    // A plan the desk assigns is not printed: the form was signed before it was known.
    const planId = planChoice === 'BY_STAFF' ? null : chosenPlan(change);
    const hash = contentHash(type, content, { planId, photo });
    if (hash === row.contentHash) return row.dataVersion;
    const dataVersion = row.dataVersion + 1;
    Object.assign(change.set, { contentHash: hash, dataVersion });
    return dataVersion;
  }
}

/** The plan the case has once the change is written. */
export const chosenPlan = ({ file: { row }, set }: CaseChange): string | null =>
  typeof set.planId === 'string' ? set.planId : row.planId;
