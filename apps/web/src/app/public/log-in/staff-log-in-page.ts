import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { Session } from '../../core/session/session.js';
import { pathAfterLogIn } from '../../core/session/session-paths.js';
import { StaffLogInForm } from './staff-log-in-form.js';

/** 工作人员登录 on a page of its own; leads to the page that was asked for. */
@Component({
  selector: 'app-staff-log-in-page',
  imports: [RouterLink, StaffLogInForm, TranslocoPipe],
  template: `
    <app-staff-log-in-form (signedIn)="enter()">
      <h1>{{ 'public.staffLogIn.title' | transloco }}</h1>
    </app-staff-log-in-form>
    <p>
      <a routerLink="/login">{{ 'public.staffLogIn.candidate' | transloco }}</a>
    </p>
  `,
  host: { class: 'kp-page' },
})
export class StaffLogInPage {
  readonly returnUrl = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected enter(): void {
    void this.router.navigateByUrl(pathAfterLogIn(this.session, this.returnUrl()));
  }
}
