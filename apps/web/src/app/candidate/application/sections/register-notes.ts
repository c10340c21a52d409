import { Component, computed, inject, input, Service } from '@angular/core';
import type { FieldDeclaration } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { DomainText } from '../../../core/i18n/domain-text.js';

type Compared = ApplicationDetailFragment['statedItems'][number];

export const HELD_PARTS = ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'] as const;

/** What the register says otherwise about a certificate as stated, in words. */
@Service()
export class RegisterNotes {
  private readonly words = inject(DomainText);

  on({ registered, differences }: Compared): readonly string[] {
    if (registered === null) {
      return [this.words.of('heldItem.notRegistered')];
    }
    return HELD_PARTS.filter((part) => differences.includes(part)).map((part) =>
      this.words.of('heldItem.differsFrom', {
        name: this.words.of(`heldItem.${part}`),
        registered: registered[part],
      }),
    );
  }
}

/** The same for the one certificate of a type tester, which is typed in single fields (manual ch. 7). */
@Component({
  selector: 'app-certificate-notes',
  template: `
    @for (note of notes(); track note) {
      <p class="kp-remark">{{ note }}</p>
    }
  `,
})
export class CertificateNotes {
  readonly fields = input.required<readonly FieldDeclaration[]>();
  readonly stated = input.required<readonly Compared[]>();

  private readonly register = inject(RegisterNotes);

  protected readonly notes = computed(() =>
    this.fields().some(({ id }) => id === 'certificateValidTo')
      ? this.stated().flatMap((one) => this.register.on(one))
      : [],
  );
}
