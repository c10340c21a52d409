import { Injectable } from '@nestjs/common';
import {
  applicationType as applicationTypeOf,
  isApplicationTypeCode,
  type Track,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import { PlanChoices } from '../rules/plan-choices.js';
import type { RegistrationType, ReturnReason } from './dictionary.types.js';
import { RegistrationTypeEntity } from './registration-type.entity.js';
import { ReturnReasonEntity } from './return-reason.entity.js';
import type { TargetKind } from './target-kind.js';

/** Registration types (报名类别) and reasons for returning (退回原因). */
@Injectable()
export class Dictionaries {
  private readonly typeRows;
  private readonly reasonRows;

  constructor(
    dataSource: DataSource,
    memory: CatalogueMemory,
    private readonly planChoices: PlanChoices,
  ) {
    this.typeRows = memory.kept(() =>
      leanRows(dataSource.manager, RegistrationTypeEntity, 'ORDER BY position'),
    );
    this.reasonRows = memory.kept(() =>
      leanRows(dataSource.manager, ReturnReasonEntity, 'ORDER BY position'),
    );
  }

  async registrationTypes(track: Track | null): Promise<RegistrationType[]> {
    const rows = (await this.typeRows()).filter((row) => track === null || row.track === track);
    return Promise.all(
      rows.map(async ({ nameZh, usedWhenZh, applicationType, ...row }) => ({
        ...row,
        name: nameZh,
        usedWhen: usedWhenZh,
        choosesPlan: await this.choosesPlan(applicationType),
        applicationType: isApplicationTypeCode(applicationType) ? applicationType : null,
      })),
    );
  }

  /** Reasons that fit the target: its own first, then those for every target of the kind. */
  async returnReasons(
    targetKind: TargetKind | null,
    target: string | null,
  ): Promise<ReturnReason[]> {
    const fitting = (await this.reasonRows()).filter(
      (row) =>
        (!targetKind || row.targetKind === targetKind) &&
        (!target || row.target === target || row.target === '*'),
    );
    return fitting.toSorted((a, b) => Number(a.target === '*') - Number(b.target === '*'));
  }

  private async choosesPlan(type: string): Promise<boolean> {
    if (!isApplicationTypeCode(type)) return false;
    return (await this.planChoices.of(applicationTypeOf(type), null)) === 'BY_CANDIDATE';
  }

  /** Null for an unknown code. */
  async returnReason(code: string): Promise<ReturnReason | null> {
    return (await this.reasonRows()).find((row) => row.code === code) ?? null;
  }
}
