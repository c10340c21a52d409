import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type FieldDeclaration, hasText } from '@kaopu/domain';
import type { CertificateRequestPartsFragment } from '@kaopu/graphql';

import { AnswerWords } from '../../../core/answers/answer-words.js';
import { DomainText } from '../../../core/i18n/domain-text.js';
import { type Box, boxesOf } from './beside.js';

/** A box with the words around it. */
export interface ShownBox extends Pick<Box, 'key' | 'declaration'> {
  readonly label: string;
  /** What the certificate says; undefined for a field that changes nothing on one. */
  readonly current: string | undefined;
  /** Which proof a change of it needs; empty where none is asked for. */
  readonly proof: string;
  /** How the box of the new value is called beside the old one. */
  readonly name: string;
}

/** Puts words to the boxes of a section. */
@Service()
export class SectionBoxes {
  private readonly words = inject(DomainText);
  private readonly answerWords = inject(AnswerWords);
  private readonly transloco = inject(TranslocoService);

  of(
    fields: readonly FieldDeclaration[],
    request: CertificateRequestPartsFragment | null | undefined,
  ): readonly ShownBox[] {
    return fields.flatMap((field) =>
      boxesOf(field, request).map(({ key, declaration, current, itemCode }) => {
        const own = this.answerWords.label(field.id);
        const label = itemCode === undefined ? own : `${itemCode} ${own}`;
        const [shown] = this.answerWords.ofCode(field.dictionary, current);
        const proof = `changeProof.${field.id}`;
        return {
          key,
          declaration,
          label,
          current: current === undefined ? undefined : (shown ?? current),
          proof: hasText(proof) ? this.words.of(proof) : '',
          name: this.transloco.translate('candidate.request.new', { label }),
        };
      }),
    );
  }
}
