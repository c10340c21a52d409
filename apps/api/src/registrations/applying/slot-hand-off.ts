import { Injectable } from '@nestjs/common';
import { applicationType, isSlotCode, maskIdNumber, maskName, writableSlots } from '@kaopu/domain';
import { UploadSessions } from '../../attachments/handoff/upload-sessions.js';
import type { StartedUpload } from '../../attachments/handoff/upload-session.type.js';
import { accident } from '../../platform/graphql/accident.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { RateLimitedError, RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import { PersonReader } from '../../profile/person/person-reader.js';
import { CaseMaterials } from '../cases/case-materials.js';
import { CaseFiles } from '../cases/case-files.js';
import { flaggedTargets } from '../cases/flagged.js';

const PHOTO = 'PHOTO';

/** A material by phone: the code is bound to one slot that its owner may fill right now. */
@Injectable()
export class SlotHandOff {
  constructor(
    private readonly files: CaseFiles,
    private readonly materials: CaseMaterials,
    private readonly people: PersonReader,
    private readonly uploads: UploadSessions,
  ) {}

  /** @throws NOT_FOUND when the application is not the caller's. */
  async start(
    context: RequestContext,
    applicationId: string,
    slot: string,
  ): Promise<StartedUpload | RateLimitedError | RefusedError> {
    const { actor } = context;
    const [file] = await this.files.byIds(actor, [applicationId]);
    if (!file || file.row.accountId !== actor.id || file.row.status === 'DELETED') {
      throw accident('NOT_FOUND');
    }
    const { row } = file;
    const type = applicationType(row.type);
    const { itemCode, ruleDate } = row;
    const rules = await this.materials.of({ type, itemCode, ruleDate });
    const rule = rules.get(slot);
    if (!rule || !isSlotCode(slot)) return refuse(actor, 'VALIDATION', 'problem.unknownField');
    const flagged = flaggedTargets(file);
    if (!writableSlots({ type, state: row.status, role: 'CANDIDATE', flagged }).includes(slot)) {
      return refuse(actor, 'STATE_INVALID', 'problem.notWritable');
    }
    const { name, idNumber } = await this.people.snapshot(actor.id);
    return this.uploads.start(context, {
      fileOwnerId: actor.id,
      subjectId: applicationId,
      slotCode: slot,
      extensions: rule.extensions,
      maxBytes: rule.maxBytes,
      about: {
        name: maskName(name),
        idNumber: maskIdNumber(idNumber),
        slot: { 'zh-CN': rule.nameZh, en: rule.nameEn },
        isPhoto: slot === PHOTO,
      },
    });
  }
}
