import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { ServiceInformation } from '../service-information.js';

const TEXTS = {
  notFound: { title: 'app.notFound.title', advice: 'app.notFound.advice' },
  forbidden: { title: 'app.forbidden.title', advice: 'app.forbidden.advice' },
  unavailable: { title: 'app.unavailable.title', advice: 'app.unavailable.advice' },
} as const;

/** Where an address leads that shows nothing: unknown, not allowed, or the server is away. */
@Component({
  selector: 'app-dead-end-page',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="kp-page">
      <h1>{{ texts().title | transloco }}</h1>
      <p>{{ texts().advice | transloco }}</p>
      @if (phone(); as number) {
        <p>{{ 'app.help.ask' | transloco: { phone: number } }}</p>
      }
      <p>
        <a routerLink="/">{{ 'app.toStart' | transloco }}</a>
      </p>
    </div>
  `,
})
export class DeadEndPage {
  private readonly information = inject(ServiceInformation);

  /** From the route's data. */
  readonly reason = input.required<keyof typeof TEXTS>();

  protected readonly texts = computed(() => TEXTS[this.reason()]);
  protected readonly phone = computed(() => this.information.configuration()?.helpPhone);
}
