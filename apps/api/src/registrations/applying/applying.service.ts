import { Injectable } from '@nestjs/common';
import {
  applicationType,
  isApplicationTypeCode,
  proposedAnswers,
  type ApplicationType,
} from '@kaopu/domain';
import { Items } from '../../catalogue/items/items.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { invalid, refuse, say } from '../../platform/i18n/refuse.js';
import { PersonReader } from '../../profile/person/person-reader.js';
import { NotEligibleError } from '../cases/application.errors.js';
import { LIVE_KEY } from '../cases/application.entity.js';
import type { StartApplicationInput } from './application.inputs.js';
import { CaseFacts, type Standing } from '../cases/case-facts.js';
import { CaseMaterials } from '../cases/case-materials.js';
import type { EligibilityReport } from './eligibility.type.js';
import { eligibilityReport } from './eligibility-view.js';
import { FiledPersons } from '../cases/filed-persons.js';
import { NewCases } from './new-cases.js';
import { PlacedFiles } from './placed-files.js';

/** Begins applications: eligibility first, before anything is typed or uploaded; what we know is filled in (goals N4). */
@Injectable()
export class ApplyingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: CaseFacts,
    private readonly persons: FiledPersons,
    private readonly photos: PersonReader,
    private readonly items: Items,
    private readonly placed: PlacedFiles,
    private readonly materials: CaseMaterials,
    private readonly cases: NewCases,
    private readonly clock: Clock,
  ) {}

  /** What the rules say about the caller and an item, before any application exists; null for an item nobody can apply for. */
  async eligibility(
    actor: Actor,
    typeCode: string,
    itemCode: string,
  ): Promise<EligibilityReport | null> {
    const type = await this.offered(typeCode, itemCode);
    if (!type) return null;
    const rules = await this.materials.of({ type, itemCode, ruleDate: null });
    return eligibilityReport(actor, await this.standing(actor, type, itemCode), rules);
  }

  /** @returns the new application's id, or why not. */
  async start(
    actor: Actor,
    input: StartApplicationInput,
  ): Promise<string | InvalidInputError | NotEligibleError | RefusedError> {
    const { idempotencyKey, itemCode } = input;
    const type = await this.offered(input.type, itemCode);
    if (!type) return invalid(actor, [{ path: 'itemCode', key: 'problem.choice' }]);
    const standing = await this.standing(actor, type, itemCode);
    try {
      return await this.placed.keep(await this.photoCopy(actor, standing), (photo) =>
        this.transactions.run<NotEligibleError>(
          { actor, operation: 'startApplication', idempotencyKey, input },
          async (tx) => {
            if (!standing.report.eligible) {
              const { verdicts } = eligibilityReport(actor, standing, new Map());
              return new NotEligibleError(say(actor, 'error.NOT_ELIGIBLE'), verdicts);
            }
            const { facts, parameters } = standing;
            const answers = proposedAnswers(type, facts, parameters);
            const about = { type, itemCode, certificateId: null, answers };
            const id = await this.cases.begin(tx, actor, about);
            await photo.place(tx.em, { subjectId: id, slotCode: 'PHOTO', createdBy: actor.id });
            return id;
          },
        ),
      );
    } catch (thrown) {
      if (!isUniqueViolation(thrown, LIVE_KEY)) throw thrown;
      return refuse(actor, 'STATE_INVALID', 'refusal.openApplication');
    }
  }

  /** Null for a type or an item that cannot be applied for. */
  private async offered(typeCode: string, itemCode: string): Promise<ApplicationType | null> {
    if (!isApplicationTypeCode(typeCode)) return null;
    const type = applicationType(typeCode);
    const item = await this.items.byCode(itemCode);
    const isOffered =
      item?.track === type.track &&
      item.registrationTypes.some((offered) => offered === type.registrationType);
    return isOffered ? type : null;
  }

  private async standing(actor: Actor, type: ApplicationType, itemCode: string): Promise<Standing> {
    return this.facts.standing({
      type,
      itemCode,
      certificate: null,
      accountId: actor.id,
      applicationId: null,
      submittedAt: null,
      person: await this.persons.live(actor.id),
      answers: {},
      ruleDate: this.clock.today(),
      planId: null,
    });
  }

  /** The photo of the profile fills the photo slot, as a file of the application's own; it can be replaced. */
  private async photoCopy(actor: Actor, { report }: Standing): Promise<string | null> {
    const photo = report.eligible ? await this.photos.photoFileId(actor.id) : null;
    return photo === null ? null : this.placed.copy(photo, actor.id);
  }
}
