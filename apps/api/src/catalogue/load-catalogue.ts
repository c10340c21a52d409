import type { EntityManager } from 'typeorm';
import { AuthorityEntity } from './authority.entity.js';
import { DivisionEntity } from './division.entity.js';
import { HolidayEntity } from './holiday.entity.js';
import { InstitutionEntity } from './institution.entity.js';
import { ItemEntity } from './item.entity.js';
import { MaterialEntity } from './material.entity.js';
import type { CatalogueData } from './reference-files.js';
import { RegistrationTypeEntity } from './registration-type.entity.js';
import { ReturnReasonEntity } from './return-reason.entity.js';
import { RuleParameterEntity } from './rule-parameter.entity.js';
import { SiteEntity } from './site.entity.js';
import { SubjectEntity } from './subject.entity.js';
import { syncRows } from './sync-rows.js';

/** Writes the dictionaries, those others refer to first. @returns how many rows changed. */
export async function loadCatalogue(em: EntityManager, data: CatalogueData): Promise<number> {
  const changes = [
    await syncRows(em, DivisionEntity, data.divisions),
    await syncRows(em, AuthorityEntity, data.authorities),
    await syncRows(em, InstitutionEntity, data.institutions),
    await syncRows(em, SiteEntity, data.sites),
    await syncRows(em, ItemEntity, data.items),
    await syncRows(em, SubjectEntity, data.subjects),
    await syncRows(em, RegistrationTypeEntity, data.registrationTypes),
    await syncRows(em, MaterialEntity, data.materials),
    await syncRows(em, ReturnReasonEntity, data.returnReasons),
    await syncRows(em, RuleParameterEntity, data.ruleParameters),
    await syncRows(em, HolidayEntity, data.holidays),
  ];
  return changes.reduce((sum, changed) => sum + changed, 0);
}
