import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationPageDocument } from '@kaopu/graphql';
import { Banner, DataState, ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { certificateTone } from '../../core/certificates/certificate-tone.js';
import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { nextActionOf } from '../applications/next-action.js';
import { FRESH_ADDRESSES, reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { PlanDaysPipe } from '../words/plan-days.js';
import { ApplicationActions } from './application-actions.js';
import { ApplicationHistory } from './application-history.js';
import { ApplicationResults } from './application-results.js';
import { ApplicationTaskList } from './application-task-list.js';
import { MaterialRows } from './material-rows.js';
import { RequestForm } from './request-form.js';
import { RequestSubject } from './request-subject.js';
import { RequestTracker } from './request-tracker.js';
import { ReturnedList } from './returned-list.js';
import { stoppedCertificate } from './stopped-certificate.js';
import { BackLink } from '../words/back-link.js';

/** One application: what is to do, where it stands, what was decided; the same page before and after submission. */
@Component({
  selector: 'app-application-page',
  imports: [
    BackLink,
    ApplicationActions,
    ApplicationHistory,
    ApplicationResults,
    ApplicationTaskList,
    Banner,
    DataState,
    DomainTextPipe,
    ItemNamePipe,
    MaterialRows,
    PlanDaysPipe,
    RequestForm,
    RequestSubject,
    RequestTracker,
    ReturnedList,
    RouterLink,
    ShanghaiTime,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './application-page.html',
  styleUrl: './application-page.scss',
})
export class ApplicationPage {
  readonly id = input.required<string>();

  private readonly pageTitle = inject(PageTitle);

  protected readonly page = reading(
    ApplicationPageDocument,
    () => ({ id: this.id() }),
    FRESH_ADDRESSES,
  );
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly pressing = computed(() => {
    const application = this.application();
    return application !== undefined && nextActionOf(application).pressing;
  });
  /** In place of the next step, which does not come. */
  protected readonly stopped = computed(() => {
    const application = this.application();
    return application && stoppedCertificate(application);
  });
  protected readonly toneOf = certificateTone;
  protected readonly editable = computed(() => {
    const application = this.application();
    return (
      application !== undefined &&
      (application.writableFields.length > 0 ||
        application.slots.some(
          ({ writable, requirement }) => writable && !requirement.afterSubmission,
        ))
    );
  });
  protected readonly tasksKey = computed(() => {
    const status = this.application()?.status;
    return status === 'DRAFT' || status === 'RETURNED'
      ? `candidate.application.tasks.${status}`
      : 'candidate.application.tasks.edit';
  });
  protected readonly signedFormShown = computed(
    () =>
      this.application()?.status !== 'DRAFT' &&
      (this.application()?.slots.some(
        ({ requirement, attachment, writable }) =>
          requirement.afterSubmission && (attachment !== null || writable),
      ) ??
        false),
  );

  constructor() {
    effect(() => {
      const number = this.application()?.number;
      if (number) {
        this.pageTitle.name('candidate.application.named', { number });
      }
    });
  }
}
