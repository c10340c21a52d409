import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthorityEntity } from './bodies/authority.entity.js';
import { Bodies } from './bodies/bodies.js';
import { DivisionEntity } from './bodies/division.entity.js';
import { InstitutionEntity } from './bodies/institution.entity.js';
import { SiteEntity } from './bodies/site.entity.js';
import { Dictionaries } from './dictionaries/dictionaries.js';
import { RegistrationTypeEntity } from './dictionaries/registration-type.entity.js';
import { ReturnReasonEntity } from './dictionaries/return-reason.entity.js';
import { ItemEntity } from './items/item.entity.js';
import { Items } from './items/items.js';
import { SubjectEntity } from './items/subject.entity.js';
import { RuleChanges } from './rule-changes/rule-changes.js';
import { RuleChangesResolver } from './rule-changes/rule-changes.resolver.js';
import { HolidayEntity } from './rules/holiday.entity.js';
import { MaterialRules } from './rules/material-rules.js';
import { MaterialEntity } from './rules/material.entity.js';
import { PlanChoices } from './rules/plan-choices.js';
import { RuleParameterEntity } from './rules/rule-parameter.entity.js';
import { RuleParametersReader } from './rules/rule-parameters-reader.js';
import { WorkingCalendar } from './rules/working-calendar.js';
import { CatalogueMemory } from './catalogue-memory.js';
import { CatalogueResolver } from './catalogue.resolver.js';

const SERVICES = [
  CatalogueMemory,
  Items,
  Bodies,
  Dictionaries,
  MaterialRules,
  PlanChoices,
  RuleParametersReader,
  WorkingCalendar,
];

/** Dictionaries and rules an administrator keeps: data, not declarations. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AuthorityEntity,
      DivisionEntity,
      HolidayEntity,
      InstitutionEntity,
      ItemEntity,
      MaterialEntity,
      RegistrationTypeEntity,
      ReturnReasonEntity,
      RuleParameterEntity,
      SiteEntity,
      SubjectEntity,
    ]),
  ],
  providers: [...SERVICES, RuleChanges, CatalogueResolver, RuleChangesResolver],
  exports: SERVICES,
})
export class CatalogueModule {}
