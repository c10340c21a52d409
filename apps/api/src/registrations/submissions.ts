import { Injectable } from '@nestjs/common';
import { contentHashInput, printedContent, type Answers } from '@kaopu/domain';
import { ApplicationCells } from './application-cells.js';
import type { CaseChange } from './case-commands.js';
import { FiledPersons } from './filed-persons.js';
import { sha256 } from './fingerprint.js';
import { flaggedTargets } from './flagged.js';

/**
 * Freezes what is submitted: person and answers together, with the hash of everything that is
 * printed. Another hash is another data version, which makes a signed form stale (goals N5).
 */
@Injectable()
export class Submissions {
  constructor(
    private readonly cells: ApplicationCells,
    private readonly persons: FiledPersons,
  ) {}

  /** The first time the live person is copied, later only what is open of them (domain.md §23). */
  async freeze({ file, set }: CaseChange, answers: Answers): Promise<void> {
    const { row, type, submitted } = file;
    const person = await this.persons.next({
      accountId: row.accountId,
      type,
      status: row.status,
      flagged: flaggedTargets(file),
      person: submitted?.person ?? null,
    });
    const hash = sha256(contentHashInput(printedContent(type, person, answers)));
    set.personEnc = this.cells.seal(row.id, 'person_enc', person);
    set.submittedAnswersEnc = this.cells.seal(row.id, 'submitted_answers_enc', answers);
    if (hash === row.contentHash) return;
    set.contentHash = hash;
    set.dataVersion = row.dataVersion + 1;
  }
}
