import { Component, inject, signal, viewChild } from '@angular/core';
import { form, FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { normaliseName } from '@kaopu/domain';
import { type PublicCertificatePartsFragment, VerifyPublicDocument } from '@kaopu/graphql';
import {
  Banner,
  Countdown,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  type HumanCheckValue,
  provideFormAttempt,
  UNANSWERED,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { HumanCheckField } from '../../core/fields/human-check-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { Command } from '../../core/requests/command.js';
import { filled } from '../../core/requests/filled.js';
import { answered } from '../../core/requests/human-check.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';
import { CertificateFacts } from './certificate-facts.js';

/** 证书核验 by number and name; both must fit, and neither is revealed by a wrong guess. */
@Component({
  selector: 'app-verify-page',
  imports: [
    Banner,
    CertificateFacts,
    Countdown,
    ErrorSummary,
    FailureNotice,
    FormRoot,
    HumanCheckField,
    MatButtonModule,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './verify-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class VerifyPage {
  private readonly apollo = inject(Apollo);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly waiting = new Waiting(inject(Clock));
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);
  private readonly humanCheck = viewChild(HumanCheckField);

  /** The answer: a certificate, or that there is none. */
  protected readonly found = signal<PublicCertificatePartsFragment | 'none' | undefined>(undefined);

  private readonly model = signal<{ number: string; name: string; humanCheck: HumanCheckValue }>({
    number: '',
    name: '',
    humanCheck: UNANSWERED,
  });

  protected readonly form = form(
    this.model,
    (path) => {
      filled(path.number, 'public.error.certificateNumber');
      filled(path.name, 'public.error.holderName');
      answered(path.humanCheck, this.refusals.emptied);
    },
    { submission: this.attempt.submission(() => this.verify()) },
  );

  protected again(): void {
    void submit(this.form);
  }

  /** Another certificate; what was typed stays, the human check is good for one use. */
  protected another(): void {
    this.attempt.reset();
    this.found.set(undefined);
  }

  private async verify(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const { number, name, humanCheck } = this.model();
    const answer = await this.command.run(() =>
      send(this.apollo, VerifyPublicDocument, {
        input: { number: number.trim(), name: normaliseName(name), humanCheck },
      }),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.verifyPublic;
    this.model.update((model) => ({ ...model, humanCheck: UNANSWERED }));
    if (result.__typename === 'PublicCertificate') {
      this.found.set(result);
      return undefined;
    }
    if (result.code === 'NOT_FOUND') {
      this.found.set('none');
      return undefined;
    }
    this.humanCheck()?.renew();
    if (result.__typename === 'RateLimitedError') {
      this.waiting.begin(result.retryAfterSeconds);
    }
    const { number: numberField, name: nameField, humanCheck: check } = this.form;
    return this.refusals.show(result, { number: numberField, name: nameField, humanCheck: check });
  }
}
