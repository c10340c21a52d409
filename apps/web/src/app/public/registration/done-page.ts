import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner } from '@kaopu/web-ui';

import { Session } from '../../core/session/session.js';

/** The account exists and its owner is signed in: what to do next. May be opened again later. */
@Component({
  selector: 'app-registration-done-page',
  imports: [Banner, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'public.register.done.title' | transloco }}</h1>
    <kp-banner tone="success">
      {{ 'public.register.done.signedIn' | transloco: { name: session.viewer()?.displayName } }}
    </kp-banner>
    <h2>{{ 'public.register.done.next' | transloco }}</h2>
    <p>{{ 'public.register.done.nextText' | transloco }}</p>
    <div class="kp-actions">
      <a class="kp-button kp-button-filled" routerLink="/apply">{{
        'public.register.done.apply' | transloco
      }}</a>
      <a class="kp-button" routerLink="/me">{{ 'public.register.done.me' | transloco }}</a>
    </div>
  `,
  host: { class: 'kp-page' },
})
export class RegistrationDonePage {
  protected readonly session = inject(Session);
}
