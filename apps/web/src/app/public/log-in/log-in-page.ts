import { Component, inject, input, type OnInit, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { Session } from '../../core/session/session.js';
import { pathAfterLogIn } from '../../core/session/session-paths.js';
import { LogInForm } from './log-in-form.js';
import { LogInNumber } from './log-in-number.js';

/** 人员登录: the candidates' log-in on a page of its own; leads to the page that was asked for. */
@Component({
  selector: 'app-log-in-page',
  imports: [LogInForm, RouterLink, TranslocoPipe],
  templateUrl: './log-in-page.html',
  host: { class: 'kp-page' },
})
export class LogInPage implements OnInit {
  /** A number to begin with; taken out of the address at once, because it is personal. */
  readonly id = input<string>();
  readonly returnUrl = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly number = inject(LogInNumber);
  private readonly logInForm = viewChild.required(LogInForm);

  ngOnInit(): void {
    if (this.id() !== undefined) {
      void this.router.navigate([], {
        queryParams: { id: null },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    }
  }

  /** Another way to log in begins with what was typed here. */
  protected carry(): void {
    this.number.typed.set(this.logInForm().typedNumber());
  }

  protected enter(): void {
    this.number.typed.set('');
    void this.router.navigateByUrl(pathAfterLogIn(this.session, this.returnUrl()));
  }
}
