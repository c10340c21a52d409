import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationAction, ApplicationDetailFragment } from '@kaopu/graphql';

/** Actions a candidate may look for on this page, and the page that asks before doing them. */
const OFFERED: readonly { readonly action: ApplicationAction; readonly path: string }[] = [
  { action: 'WITHDRAW', path: 'withdraw' },
  { action: 'DELETE', path: 'delete' },
];

/** Withdraw and delete: buttons only for what the server allows, a reason for what it does not. */
@Component({
  selector: 'app-application-actions',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'candidate.actions.title' | transloco }}</h2>
      <div class="kp-actions">
        @for (offer of allowed(); track offer.action) {
          <a class="kp-button" [routerLink]="['/applications', application().id, offer.path]">{{
            'candidate.actions.' + offer.action + '.button' | transloco
          }}</a>
        }
      </div>
      @for (refused of refusals(); track refused.action) {
        <p class="kp-muted">{{ refused.message }}</p>
      }
    </section>
  `,
})
export class ApplicationActions {
  readonly application = input.required<ApplicationDetailFragment>();

  protected readonly allowed = computed(() =>
    OFFERED.filter(({ action }) => this.application().allowedActions.includes(action)),
  );
  protected readonly refusals = computed(() =>
    this.application().whyNot.filter(
      ({ action }) =>
        OFFERED.some((offer) => offer.action === action) &&
        !this.application().allowedActions.includes(action),
    ),
  );
}
