import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { LinePapersDocument, type LinePapersQuery } from '@kaopu/graphql';
import { DocumentViewer, FailureNotice, type ViewedDocument } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type Failure, failureOf } from '../../core/failure/failure.js';

type Paper = LinePapersQuery['application']['slots'][number];

/** The scans a line rests on, fetched when they are asked for: their addresses are good for minutes and opening one is recorded. */
@Component({
  selector: 'app-line-papers',
  imports: [DocumentViewer, FailureNotice, MatButtonModule, TranslocoPipe],
  template: `
    <button
      matButton="outlined"
      type="button"
      [attr.aria-expanded]="papers() !== undefined"
      [attr.aria-label]="('authority.batch.papers' | transloco) + ' ' + name()"
      (click)="toggle()"
    >
      {{ 'authority.batch.papers' | transloco }}
    </button>
    @if (failure(); as failed) {
      <kp-failure-notice [failure]="failed" (retry)="load()" />
    }
    @if (papers(); as shown) {
      <div class="kp-actions">
        @for (paper of shown; track paper.requirement.slot) {
          <button
            matButton="outlined"
            type="button"
            [attr.aria-pressed]="paper.requirement.slot === viewed()"
            (click)="viewed.set(paper.requirement.slot)"
          >
            {{ paper.requirement.name }}
          </button>
        } @empty {
          <p>{{ 'authority.batch.noPapers' | transloco }}</p>
        }
      </div>
      @if (document(); as one) {
        <kp-document-viewer [document]="one" />
      }
    }
  `,
})
export class LinePapers {
  readonly applicationId = input.required<string>();
  /** Whose papers they are, for the button's name. */
  readonly name = input.required<string>();

  private readonly apollo = inject(Apollo);

  protected readonly papers = signal<readonly Paper[] | undefined>(undefined);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly viewed = signal<string | undefined>(undefined);
  protected readonly document = computed<ViewedDocument | undefined>(() => {
    const paper = this.papers()?.find(({ requirement }) => requirement.slot === this.viewed());
    const file = paper?.attachment;
    return file ? { source: file.url, mediaType: file.mimeType, name: file.fileName } : undefined;
  });

  protected async toggle(): Promise<void> {
    if (this.papers() === undefined) {
      await this.load();
    } else {
      this.papers.set(undefined);
      this.viewed.set(undefined);
    }
  }

  protected async load(): Promise<void> {
    this.failure.set(undefined);
    try {
      const { data } = await firstValueFrom(
        this.apollo.query({
          query: LinePapersDocument,
          variables: { id: this.applicationId() },
          fetchPolicy: 'no-cache',
        }),
      );
      const slots = data?.application.slots ?? [];
      this.papers.set(slots.filter(({ attachment }) => attachment !== null));
    } catch (error) {
      this.failure.set(failureOf(error));
    }
  }
}
