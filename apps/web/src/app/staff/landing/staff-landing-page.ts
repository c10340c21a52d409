import { Component, inject } from '@angular/core';
import { ShanghaiTime } from '@kaopu/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

import { AreaContents } from '../../core/shell/area-contents.js';
import { Session } from '../../core/session/session.js';

/** Where the exam institution's staff arrive after signing in. */
@Component({
  selector: 'app-staff-landing-page',
  imports: [AreaContents, ShanghaiTime, TranslocoPipe],
  template: `
    @if (session.viewer(); as viewer) {
      <h1>{{ 'staff.landing.greeting' | transloco: { name: viewer.displayName } }}</h1>
      @if (viewer.lastLogInAt; as at) {
        <p class="kp-muted">{{ 'app.lastLogIn' | transloco: { time: at | kpTime } }}</p>
      }
    }
    <app-area-contents />
  `,
})
export class StaffLandingPage {
  protected readonly session = inject(Session);
}
