import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type CodeRequestedPartsFragment,
  RequestPasswordCodeDocument,
  ResetPasswordDocument,
} from '@kaopu/graphql';
import { Banner } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';
import { CodeForm, type SendCode } from './code-form.js';
import { type AskForCode, CodeRequest } from './code-request.js';

/** 忘记密码: a new password by the phone given at registration; every session ends with it. */
@Component({
  selector: 'app-forgotten-password-page',
  imports: [Banner, CodeForm, CodeRequest, RouterLink, TranslocoPipe],
  templateUrl: './forgotten-password-page.html',
  host: { class: 'kp-page' },
})
export class ForgottenPasswordPage {
  private readonly apollo = inject(Apollo);
  protected readonly resend = new Waiting(inject(Clock));

  protected readonly phone = signal('');
  /** What the code goes with; undefined until one was asked for. */
  protected readonly challenge = signal<string | undefined>(undefined);
  protected readonly isDone = signal(false);

  protected readonly ask: AskForCode = async (input) =>
    (await send(this.apollo, RequestPasswordCodeDocument, { input })).requestPasswordCode;

  protected readonly reset: SendCode = async ({ code, password }) => {
    const input = { challenge: this.challenge() ?? '', code, password };
    const { resetPassword: result } = await send(this.apollo, ResetPasswordDocument, { input });
    if (result.__typename !== 'Done') {
      return result;
    }
    this.isDone.set(true);
    return 'done';
  };

  protected sent({ challenge, resendAfterSeconds }: CodeRequestedPartsFragment): void {
    this.resend.begin(resendAfterSeconds);
    this.challenge.set(challenge);
  }
}
