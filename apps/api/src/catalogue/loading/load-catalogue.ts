import type { EntityManager } from 'typeorm';
import { AuthorityEntity } from '../bodies/authority.entity.js';
import { DivisionEntity } from '../bodies/division.entity.js';
import { InstitutionEntity } from '../bodies/institution.entity.js';
import { SiteEntity } from '../bodies/site.entity.js';
import { RegistrationTypeEntity } from '../dictionaries/registration-type.entity.js';
import { ReturnReasonEntity } from '../dictionaries/return-reason.entity.js';
import { ItemEntity } from '../items/item.entity.js';
import { SubjectEntity } from '../items/subject.entity.js';
import { HolidayEntity } from '../rules/holiday.entity.js';
import { MaterialEntity } from '../rules/material.entity.js';
import { RuleParameterEntity } from '../rules/rule-parameter.entity.js';
import type { CatalogueData } from './reference-files.js';
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
