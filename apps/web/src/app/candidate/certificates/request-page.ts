import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CertificateRequestEligibilityDocument,
  type EligibilityPartsFragment,
  MyCertificatesDocument,
  StartCertificateRequestDocument,
} from '@kaopu/graphql';
import { Banner, DataState, FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { DocumentList } from '../apply/document-list.js';
import { RuleList } from '../../core/eligibility/rule-list.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { reading } from '../../core/graphql/reading.js';
import { BackLink } from '../words/back-link.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

/** 补发 or 信息变更 of one certificate: whether it may be asked for and what it takes, before anything is typed. */
@Component({
  selector: 'app-request-page',
  imports: [
    BackLink,
    Banner,
    DataState,
    DocumentList,
    DomainTextPipe,
    FailureNotice,
    ItemNamePipe,
    MatButtonModule,
    RouterLink,
    RuleList,
    TranslocoPipe,
  ],
  templateUrl: './request-page.html',
  host: { class: 'kp-page' },
})
export class RequestPage {
  readonly certificateId = input.required<string>();
  /** From the route. */
  readonly type = input.required<'certificate-reissue' | 'certificate-change'>();

  protected readonly command = new Command();
  protected readonly refusal = signal<string | undefined>(undefined);

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);

  protected readonly eligibility = reading(CertificateRequestEligibilityDocument, () => ({
    type: this.type(),
    certificateId: this.certificateId(),
  }));
  private readonly own = reading(MyCertificatesDocument, () => ({}));

  protected readonly certificate = computed(() =>
    this.own.data()?.myCertificates.find(({ id }) => id === this.certificateId()),
  );
  /** The request of this type that is open already, to go on with instead. */
  protected readonly openId = computed(
    () =>
      this.certificate()?.requestChoices.find(({ type }) => type === this.type())
        ?.openApplicationId,
  );
  /** Verdicts of a refused start are newer than those the page was opened with. */
  private readonly refusedVerdicts = signal<EligibilityPartsFragment['verdicts'] | undefined>(
    undefined,
  );
  protected readonly report = computed(
    () => this.eligibility.data()?.certificateRequestEligibility,
  );
  protected readonly verdicts = computed(
    () => this.refusedVerdicts() ?? this.report()?.verdicts ?? [],
  );
  protected readonly eligible = computed(
    () => this.refusedVerdicts() === undefined && (this.report()?.eligible ?? false),
  );

  protected async start(): Promise<void> {
    this.refusal.set(undefined);
    const { certificateId, type } = this;
    const data = await this.command.run((idempotencyKey) =>
      mutate(this.apollo, StartCertificateRequestDocument, {
        input: { idempotencyKey, certificateId: certificateId(), type: type() },
      }),
    );
    const result = data?.startCertificateRequest;
    if (!result) {
      return;
    }
    if ('code' in result) {
      this.refusal.set(refusalWords(result));
      if ('verdicts' in result) {
        this.refusedVerdicts.set(result.verdicts);
      }
      await this.own.retry();
      return;
    }
    await this.router.navigate(['/applications', result.id]);
  }
}
