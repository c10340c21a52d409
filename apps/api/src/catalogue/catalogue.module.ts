import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthorityEntity } from './authority.entity.js';
import { Bodies } from './bodies.js';
import { CatalogueMemory } from './catalogue-memory.js';
import { CatalogueResolver } from './catalogue.resolver.js';
import { Dictionaries } from './dictionaries.js';
import { DivisionEntity } from './division.entity.js';
import { HolidayEntity } from './holiday.entity.js';
import { InstitutionEntity } from './institution.entity.js';
import { ItemEntity } from './item.entity.js';
import { Items } from './items.js';
import { MaterialEntity } from './material.entity.js';
import { MaterialRules } from './material-rules.js';
import { PlanChoices } from './plan-choices.js';
import { RegistrationTypeEntity } from './registration-type.entity.js';
import { ReturnReasonEntity } from './return-reason.entity.js';
import { RuleChanges } from './rule-changes/rule-changes.js';
import { RuleChangesResolver } from './rule-changes/rule-changes.resolver.js';
import { RuleParameterEntity } from './rule-parameter.entity.js';
import { RuleParametersReader } from './rule-parameters-reader.js';
import { SiteEntity } from './site.entity.js';
import { SubjectEntity } from './subject.entity.js';
import { WorkingCalendar } from './working-calendar.js';

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
