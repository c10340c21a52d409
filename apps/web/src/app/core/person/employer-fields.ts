import { Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

import { ChoiceField } from '../fields/choice-field.js';
import { TextField } from '../fields/text-field.js';
import { DomainTextPipe } from '../i18n/domain-text.js';
import { DivisionFields } from './division-fields.js';

interface EmployerFieldTrees {
  readonly employer: FieldTree<string>;
  readonly employerType: FieldTree<string>;
  readonly province: FieldTree<string>;
  readonly divisionCode: FieldTree<string>;
  readonly employerAddress: FieldTree<string>;
}

/** 工作单位: name, kind, place and address; rules in `employerRules`. */
@Component({
  selector: 'app-employer-fields',
  imports: [ChoiceField, DivisionFields, DomainTextPipe, TextField, TranslocoPipe],
  template: `
    <app-text-field
      fieldId="employer"
      [label]="'field.employer.label' | domainText"
      [hint]="'person.employerHint' | transloco"
      autocomplete="organization"
      [field]="fields().employer"
    />
    <app-choice-field
      fieldId="employer-type"
      [asList]="true"
      [label]="'field.employerType.label' | domainText"
      dictionary="employerType"
      [field]="fields().employerType"
    />
    <app-division-fields [province]="fields().province" [city]="fields().divisionCode" />
    <app-text-field
      fieldId="employer-address"
      [label]="'field.employerAddress.label' | domainText"
      [optional]="true"
      [field]="fields().employerAddress"
    />
  `,
})
export class EmployerFields {
  readonly fields = input.required<EmployerFieldTrees>();
}
