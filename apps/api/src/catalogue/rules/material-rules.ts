import { Injectable } from '@nestjs/common';
import type { RegistrationType, Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import {
  CERTIFICATE_REQUEST_TYPES,
  type MaterialPurpose,
  type MaterialRow,
} from '../catalogue-rows.js';
import { isEffectiveOn } from '../effective-on.js';
import { MaterialEntity } from './material.entity.js';

/** Limits and words of one material (材料) in both languages; which ones are asked is declared by the application type. */
export type MaterialRule = Omit<MaterialRow, 'track' | 'purposes'>;

/** What may be uploaded for which purpose on a day (domain.md §8). */
@Injectable()
export class MaterialRules {
  private readonly rows;

  constructor(
    dataSource: DataSource,
    memory: CatalogueMemory,
    private readonly clock: Clock,
  ) {
    this.rows = memory.kept(() =>
      leanRows(dataSource.manager, MaterialEntity, 'ORDER BY position'),
    );
  }

  /**
   * In the order of the catalogue, keyed by material code.
   *
   * @param purpose a registration type, or REISSUE or CHANGE of a certificate.
   * @param on Shanghai day, today by default.
   */
  async forType(
    purpose: MaterialPurpose,
    track: Track,
    on: string = this.clock.today(),
  ): Promise<ReadonlyMap<string, MaterialRule>> {
    const rows = await this.rows();
    return new Map(
      rows
        .filter((row) => isEffectiveOn(row, on) && serves(row, purpose, track))
        .map((row) => [row.code, row]),
    );
  }
}

/** `*` in the file means every registration type, but no certificate request. */
function serves(row: MaterialRow, purpose: MaterialPurpose, track: Track): boolean {
  if (row.track !== null && row.track !== track) return false;
  if (row.purposes === null) return isRegistrationType(purpose);
  return row.purposes.includes(purpose);
}

const isRegistrationType = (purpose: MaterialPurpose): purpose is RegistrationType =>
  !CERTIFICATE_REQUEST_TYPES.some((request) => request === purpose);
