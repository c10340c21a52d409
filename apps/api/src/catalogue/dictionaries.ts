import { Injectable } from '@nestjs/common';
import {
  applicationType as applicationTypeOf,
  isApplicationTypeCode,
  type Track,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { RegistrationType, ReturnReason } from './dictionary.types.js';
import { RegistrationTypeEntity } from './registration-type.entity.js';
import { ReturnReasonEntity } from './return-reason.entity.js';
import type { TargetKind } from './target-kind.js';

/** Registration types (报名类别) and reasons for returning (退回原因). */
@Injectable()
export class Dictionaries {
  constructor(private readonly dataSource: DataSource) {}

  async registrationTypes(track: Track | null): Promise<RegistrationType[]> {
    const rows = await this.dataSource.manager.find(RegistrationTypeEntity, {
      where: track ? { track } : {},
      order: { position: 'ASC' },
    });
    return rows.map(({ nameZh, usedWhenZh, applicationType, ...row }) => ({
      ...row,
      name: nameZh,
      usedWhen: usedWhenZh,
      choosesPlan:
        isApplicationTypeCode(applicationType) &&
        applicationTypeOf(applicationType).planChoice === 'BY_CANDIDATE',
      applicationType: isApplicationTypeCode(applicationType) ? applicationType : null,
    }));
  }

  /** Reasons that fit the target: its own first, then those for every target of the kind. */
  async returnReasons(
    targetKind: TargetKind | null,
    target: string | null,
  ): Promise<ReturnReason[]> {
    const rows = await this.dataSource.manager.find(ReturnReasonEntity, {
      where: targetKind ? { targetKind } : {},
      order: { position: 'ASC' },
    });
    const fitting = rows.filter((row) => !target || row.target === target || row.target === '*');
    return fitting.toSorted((a, b) => Number(a.target === '*') - Number(b.target === '*'));
  }

  /** Null for an unknown code. */
  returnReason(code: string): Promise<ReturnReason | null> {
    return this.dataSource.manager.findOneBy(ReturnReasonEntity, { code });
  }
}
