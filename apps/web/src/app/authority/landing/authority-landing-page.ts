import { Component, inject } from '@angular/core';
import { ShanghaiTime } from '@kaopu/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

import { AreaContents } from '../../core/shell/area-contents.js';
import { Session } from '../../core/session/session.js';

/** Where the issuing authority's officers arrive after signing in. */
@Component({
  selector: 'app-authority-landing-page',
  imports: [AreaContents, ShanghaiTime, TranslocoPipe],
  template: `
    @if (session.viewer(); as viewer) {
      <h1>{{ 'authority.landing.greeting' | transloco: { name: viewer.displayName } }}</h1>
      @if (viewer.lastLogInAt; as at) {
        <p class="kp-muted">{{ 'app.lastLogIn' | transloco: { time: at | kpTime } }}</p>
      }
    }
    <app-area-contents />
  `,
})
export class AuthorityLandingPage {
  protected readonly session = inject(Session);
}
