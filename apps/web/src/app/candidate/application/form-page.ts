import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ApplicationPageDocument } from '@kaopu/graphql';
import { Banner, DataState, DocumentViewer, type ViewedDocument } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';
import { BackLink } from '../words/back-link.js';

/** Shows the application form to print and sign; the server's PDF is the record (manual ch. 10 B). */
@Component({
  selector: 'app-form-page',
  imports: [
    BackLink,
    Banner,
    DataState,
    DocumentViewer,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
  ],
  template: `
    <a appBack [routerLink]="['/applications', id()]">{{
      'candidate.back.application' | transloco
    }}</a>
    <h1 class="kp-no-print">{{ 'candidate.form.title' | transloco }}</h1>
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="application() !== undefined"
      (retry)="page.retry()"
    >
      @if (form(); as document) {
        <p class="kp-no-print">{{ 'candidate.form.lead' | transloco }}</p>
        <div class="kp-actions">
          <button matButton="filled" type="button" (click)="print()">
            {{ 'candidate.form.print' | transloco }}
          </button>
          <a
            class="kp-button kp-no-print"
            [href]="document.source"
            target="_blank"
            rel="noopener"
            >{{ 'candidate.application.openForm' | transloco }}</a
          >
        </div>
        <kp-document-viewer [document]="document" />
      } @else {
        <kp-banner tone="info">{{ 'candidate.form.none' | transloco }}</kp-banner>
      }
    </kp-data-state>
  `,
})
export class FormPage {
  readonly id = input.required<string>();

  private readonly window = inject(DOCUMENT).defaultView;
  private readonly transloco = inject(TranslocoService);

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly form = computed<(ViewedDocument & { readonly source: string }) | undefined>(
    () => {
      const source = this.application()?.formUrl;
      const name = this.transloco.translate('candidate.form.title');
      return source ? { source, mediaType: 'application/pdf', name } : undefined;
    },
  );

  protected print(): void {
    this.window?.print();
  }
}
