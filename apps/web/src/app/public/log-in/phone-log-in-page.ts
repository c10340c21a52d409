import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type CodeRequestedPartsFragment,
  LogInByCodeDocument,
  RequestLogInCodeDocument,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { send } from '../../core/requests/send.js';
import { Waiting } from '../../core/requests/waiting.js';
import { Session } from '../../core/session/session.js';
import { pathAfterLogIn } from '../../core/session/session-paths.js';
import { CodeForm, type SendCode } from './code-form.js';
import { type AskForCode, CodeRequest } from './code-request.js';
import { LogInNumber } from './log-in-number.js';

/** 手机动态密码登录: ID number, phone and the code of a text message (manual chapter 2). */
@Component({
  selector: 'app-phone-log-in-page',
  imports: [CodeForm, CodeRequest, RouterLink, TranslocoPipe],
  templateUrl: './phone-log-in-page.html',
  host: { class: 'kp-page' },
})
export class PhoneLogInPage {
  readonly returnUrl = input<string>();

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly number = inject(LogInNumber);
  protected readonly resend = new Waiting(inject(Clock));

  protected readonly phone = signal('');
  /** What the code goes with; undefined until one was asked for. */
  protected readonly challenge = signal<string | undefined>(undefined);

  protected readonly ask: AskForCode = async (input) =>
    (await send(this.apollo, RequestLogInCodeDocument, { input })).requestLogInCode;

  protected readonly logIn: SendCode = async ({ code }) => {
    const input = { challenge: this.challenge() ?? '', code };
    const { logInByCode: result } = await send(this.apollo, LogInByCodeDocument, { input });
    if (result.__typename !== 'Session') {
      return result;
    }
    this.number.typed.set('');
    this.session.begin(result);
    await this.router.navigateByUrl(pathAfterLogIn(this.session, this.returnUrl()));
    return 'done';
  };

  protected sent({ challenge, resendAfterSeconds }: CodeRequestedPartsFragment): void {
    this.resend.begin(resendAfterSeconds);
    this.challenge.set(challenge);
  }
}
