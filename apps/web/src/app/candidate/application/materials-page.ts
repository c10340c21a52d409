import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationPageDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';
import { MaterialRows } from './material-rows.js';
import { RequestForm } from './request-form.js';
import { BackLink } from '../words/back-link.js';

/** The papers handed in before submission (experience.md §2.4). */
@Component({
  selector: 'app-materials-page',
  imports: [BackLink, DataState, MaterialRows, RequestForm, RouterLink, TranslocoPipe],
  template: `
    <a appBack [routerLink]="['/applications', id()]">{{
      'candidate.back.application' | transloco
    }}</a>
    <h1>{{ 'candidate.materials.title' | transloco }}</h1>
    <p>{{ 'candidate.materials.lead' | transloco }}</p>
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="application() !== undefined"
      (retry)="page.retry()"
    >
      <h2 class="kp-visually-hidden">{{ 'candidate.tasks.materials' | transloco }}</h2>
      @if (application(); as shown) {
        @if (shown.certificateRequest) {
          <app-request-form [application]="shown" />
        }
        <app-material-rows [application]="shown" />
      }
      <div class="kp-actions">
        <a class="kp-button kp-button-filled" [routerLink]="back()">{{
          'candidate.materials.finish' | transloco
        }}</a>
      </div>
    </kp-data-state>
  `,
})
export class MaterialsPage {
  readonly id = input.required<string>();
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly back = computed(() => [
    '/applications',
    this.id(),
    ...(this.from() === 'check' ? ['check'] : []),
  ]);
}
