import type { EntityManager } from 'typeorm';
import { syncRows } from '../catalogue/loading/sync-rows.js';
import { MajorEntity } from './major.entity.js';
import { MajorRelationEntity } from './major-relation.entity.js';
import type { MajorsData } from './major-rows.js';

/** Writes the catalogues of majors and their relations. @returns how many rows changed. */
export async function loadMajors(em: EntityManager, data: MajorsData): Promise<number> {
  const majors = await syncRows(em, MajorEntity, data.majors);
  const relations = await syncRows(
    em,
    MajorRelationEntity,
    data.relations.map(({ older, newer, kind, confidence }) => ({
      olderCatalogue: older.catalogue,
      olderCode: older.code,
      newerCatalogue: newer.catalogue,
      newerCode: newer.code,
      kind,
      confidence,
    })),
  );
  return majors + relations;
}
