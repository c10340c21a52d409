import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';
import { Banner } from '@kaopu/web-ui';

import { DomainText } from '../../core/i18n/domain-text.js';
import { declarationOf } from './application-data.js';

/**
 * The form of a request about a certificate, which is printed and signed before the request is sent:
 * 打印证书补办申请表, on the case's page and where its scan is uploaded (manual ch. 8, 9).
 */
@Component({
  selector: 'app-request-form',
  imports: [Banner, RouterLink, TranslocoPipe],
  template: `
    @if (application().formUrl; as address) {
      @if (application().flags.signedFormStale) {
        <kp-banner tone="warning">{{
          'candidate.application.signedFormStale' | transloco
        }}</kp-banner>
      }
      <p>{{ 'candidate.request.formLead' | transloco }}</p>
      <div class="kp-actions">
        <a
          class="kp-button kp-button-filled"
          [routerLink]="['/applications', application().id, 'form']"
          >{{ print() }}</a
        >
        <a class="kp-button" [href]="address" target="_blank" rel="noopener">{{
          'candidate.application.openForm' | transloco
        }}</a>
      </div>
    }
  `,
})
export class RequestForm {
  readonly application = input.required<ApplicationDetailFragment>();

  private readonly words = inject(DomainText);
  private readonly transloco = inject(TranslocoService);

  protected readonly print = computed(() => {
    const [code] = declarationOf(this.application().type)?.forms ?? [];
    const form = code === undefined ? '' : this.words.of(`form.${code}.name`);
    return this.transloco.translate('candidate.request.print', { form });
  });
}
