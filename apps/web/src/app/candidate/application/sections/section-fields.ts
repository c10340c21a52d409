import { computed, inject, type Signal } from '@angular/core';
import { isBlank, isSettled } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { askedAnswerFields, declarationOf, recordOf } from '../application-data.js';
import { SectionBoxes } from './section-boxes.js';

/** The fields of one section of an application, and how each stands; made in an injection context. */
export class SectionFields {
  private readonly sectionBoxes = inject(SectionBoxes);

  constructor(
    private readonly application: Signal<ApplicationDetailFragment | undefined>,
    private readonly section: Signal<string>,
  ) {}

  readonly declaration = computed(() => declarationOf(this.application()?.type ?? ''));

  private readonly asked = computed(() => {
    const declaration = this.declaration();
    const application = this.application();
    if (!declaration || !application) {
      return [];
    }
    const own = declaration.sections.find(({ id }) => id === this.section())?.fields ?? [];
    const asked = askedAnswerFields(declaration, application.slots);
    return own.flatMap((fieldId) => asked.find(({ id }) => id === fieldId) ?? []);
  });

  /** After a return only the refused answers are open. */
  readonly open = computed(() =>
    this.asked().filter(({ id }) => this.application()?.writableFields.includes(id)),
  );

  /** What our own records say; nobody types it. */
  readonly settled = computed(() => {
    const answers = recordOf(this.application()?.answers);
    return this.asked().filter((field) => isSettled(field, answers) && !isBlank(answers[field.id]));
  });

  /** The boxes to fill in; those of a change stand beside what the certificate says. */
  readonly boxes = computed(() =>
    this.sectionBoxes.of(this.open(), this.application()?.certificateRequest),
  );

  /** Whether values of a certificate are changed here. */
  readonly changes = computed(() => this.boxes().some(({ current }) => current !== undefined));

  /** Why answers were refused at the desk. */
  readonly remarks = computed(() =>
    (this.application()?.verdicts ?? []).filter(
      ({ targetKind, target, ok }) =>
        targetKind === 'FIELD' && !ok && this.asked().some(({ id }) => id === target),
    ),
  );
}
