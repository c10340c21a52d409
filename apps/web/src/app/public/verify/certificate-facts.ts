import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode } from '@kaopu/domain';
import type { PublicCertificatePartsFragment } from '@kaopu/graphql';
import { Banner, ShanghaiTime } from '@kaopu/web-ui';

import { certificateTone } from '../../core/certificates/certificate-tone.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';

/** Levels as people write them. */
const LEVELS: Readonly<Record<string, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ' };

/** What anybody may know about a certificate: masked name, items, validity, and whether it counts now. */
@Component({
  selector: 'app-certificate-facts',
  imports: [Banner, ShanghaiTime, TranslocoPipe],
  templateUrl: './certificate-facts.html',
  styleUrl: './certificate-facts.scss',
})
export class CertificateFacts {
  readonly certificate = input.required<PublicCertificatePartsFragment>();

  private readonly language = inject(LanguageChoice);

  protected readonly tone = computed(() => certificateTone(this.certificate().status));
  protected readonly rows = computed(() => {
    const isEnglish = this.language.current() === 'en';
    return this.certificate().items.map(({ item, ...dates }) => ({
      ...dates,
      code: displayItemCode(item.code),
      name: isEnglish ? item.nameEn : item.name,
      level: item.level === null ? null : (LEVELS[item.level] ?? item.level),
    }));
  });
}
