import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  applicationType,
  signedSlotOf,
  type ApplicationAction,
  type ApplicationType,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { FileRefusal } from '../../attachments/file-refusal.js';
import { StoredFiles } from '../../attachments/stored-files.js';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import type { RateLimitedError, RefusedError } from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import type { RemoveAttachmentInput, UploadAttachmentInput } from './application.inputs.js';
import { CaseCommands, type MoveRefusal } from '../cases/case-commands.js';
import { CaseMaterials, type MaterialsOf } from '../cases/case-materials.js';
import { PaperEffects, PHOTO } from './paper-effects.js';
import { PlacedFiles } from './placed-files.js';

const UPLOADS: Budget = { name: 'upload', points: 120, seconds: 3600 };

/** An uploaded file before anybody has looked at it. */
export interface IncomingFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** Materials (材料) of an application: one current file per slot, earlier ones kept as versions. */
@Injectable()
export class PapersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    private readonly files: StoredFiles,
    private readonly effects: PaperEffects,
    private readonly placed: PlacedFiles,
    private readonly materials: CaseMaterials,
    private readonly limits: RateLimits,
  ) {}

  /** Decodes first, then puts the file in its slot. @returns the application's id, or why not. */
  async upload(
    actor: Actor,
    input: UploadAttachmentInput,
    { fileName, content }: IncomingFile,
  ): Promise<string | MoveRefusal | RateLimitedError | RefusedError> {
    const { slot } = input;
    const wait = await this.limits.use(UPLOADS, actor.id);
    if (wait > 0) return rateLimited(actor, wait);
    const target = await this.target(actor, input.applicationId);
    const rule = (await this.materials.of(target)).get(slot);
    if (!rule) return refuse(actor, 'VALIDATION', 'problem.unknownField');
    const stored = await this.files.store({
      purpose: slot === PHOTO ? 'PHOTO' : 'DOCUMENT',
      ownerId: actor.id,
      content,
      fileName,
      allowedExtensions: rule.extensions,
      maxBytes: rule.maxBytes,
      readsCodes: slot === signedSlotOf(target.type),
    });
    if (!stored.ok) return this.refused(actor, stored);
    const { file, codes } = stored;
    // The content belongs to what was asked for: another file under the same key is another request.
    const asked = { ...input, content: createHash('sha256').update(content).digest('hex') };
    return this.placed.keep(file.id, (placeable) =>
      this.commands.run<RefusedError>(
        actor,
        {
          ...input,
          version: null,
          operation: 'uploadAttachment',
          action: actionFor(target.type, slot),
          reason: null,
          input: asked,
        },
        (change) => this.effects.put(change, slot, { ...placeable, sha256: file.sha256, codes }),
      ),
    );
  }

  /** Empties a slot; the file stays as a version. @returns the application's id, or why not. */
  async remove(
    actor: Actor,
    input: RemoveAttachmentInput,
  ): Promise<string | MoveRefusal | RefusedError> {
    const { slot } = input;
    const { type } = await this.target(actor, input.applicationId);
    const action = actionFor(type, slot);
    return this.commands.run<RefusedError>(
      actor,
      { ...input, operation: 'removeAttachment', action, reason: null, input },
      (change) => this.effects.remove(change, slot),
    );
  }

  /** A file that did not even arrive whole, told in the actor's language. */
  refused(actor: Actor, why: FileRefusal): RefusedError {
    return this.files.refusal(actor, why);
  }

  private async target(actor: Actor, applicationId: string): Promise<MaterialsOf> {
    const [row] = await this.dataSource.query<
      { type: string; itemCode: string; ruleDate: string | null }[]
    >(
      `SELECT type, item_code AS itemCode, rule_date AS ruleDate FROM application
       WHERE id = ? AND account_id = ? AND status <> 'DELETED'`,
      [applicationId, actor.id],
    );
    if (!row) throw accident('NOT_FOUND');
    return { ...row, type: applicationType(row.type) };
  }
}

const actionFor = (type: ApplicationType, slot: string): ApplicationAction =>
  slot === signedSlotOf(type) ? 'UPLOAD_SIGNED_FORM' : 'EDIT';
