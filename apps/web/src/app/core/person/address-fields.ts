import { Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

import { TextField } from '../fields/text-field.js';
import { DomainTextPipe } from '../i18n/domain-text.js';

interface AddressFieldTrees {
  readonly postalAddress: FieldTree<string>;
  readonly postcode: FieldTree<string>;
}

/** 通讯地址 and 邮编; rules in `contactRules`. */
@Component({
  selector: 'app-address-fields',
  imports: [DomainTextPipe, TextField, TranslocoPipe],
  template: `
    <app-text-field
      fieldId="postal-address"
      [label]="'field.postalAddress.label' | domainText"
      [hint]="'person.postalHint' | transloco"
      autocomplete="street-address"
      [field]="fields().postalAddress"
    />
    <app-text-field
      fieldId="postcode"
      [label]="'field.postcode.label' | domainText"
      [optional]="true"
      autocomplete="postal-code"
      inputmode="numeric"
      [field]="fields().postcode"
    />
  `,
})
export class AddressFields {
  readonly fields = input.required<AddressFieldTrees>();
}
