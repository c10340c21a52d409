import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

const POINTS = ['who', 'what', 'why', 'shared', 'kept', 'rights'] as const;

/** 隐私告知: who handles which data, what for, how long, and what the person may ask (domain.md §19). */
@Component({
  selector: 'app-privacy-notice',
  imports: [TranslocoPipe],
  template: `
    <h2>{{ 'public.privacy.title' | transloco }}</h2>
    <p class="kp-muted">{{ 'public.privacy.version' | transloco: { version: version() } }}</p>
    <dl>
      @for (point of points; track point) {
        <dt>{{ 'public.privacy.' + point + '.title' | transloco }}</dt>
        <dd>{{ 'public.privacy.' + point + '.text' | transloco }}</dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 16px;
    }

    dt {
      font-weight: 600;
    }

    dd {
      margin: 0 0 12px;
    }
  `,
})
export class PrivacyNotice {
  readonly version = input.required<string>();

  protected readonly points = POINTS;
}
