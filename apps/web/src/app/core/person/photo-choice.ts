import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { StoredPhotoPartsFragment } from '@kaopu/graphql';
import {
  Banner,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  PhotoCropper,
  type SummaryError,
} from '@kaopu/web-ui';

import type { UploadProgress } from '../graphql/upload-progress.js';
import { Command } from '../requests/command.js';
import type { Refusal } from '../requests/refusal.js';
import { PageTitle } from '../shell/page-title.js';
import { photoFileProblem } from './photo-file.js';

/** Takes the cut picture to the server. */
export type SendPhoto = (
  picture: Blob,
  progress: UploadProgress,
  idempotencyKey: string,
) => Promise<'saved' | Refusal>;

/**
 * The photo is chosen, cut out and sent; the server's remarks are hints, not refusals (domain.md §15).
 * What stands inside is shown while nothing is being cut.
 */
@Component({
  selector: 'app-photo-choice',
  imports: [Banner, ErrorSummary, FailureNotice, PhotoCropper, TranslocoPipe],
  templateUrl: './photo-choice.html',
  styleUrl: './photo-choice.scss',
})
export class PhotoChoice {
  /** The photo there is. */
  readonly photo = input.required<StoredPhotoPartsFragment | undefined>();
  readonly send = input.required<SendPhoto>();

  private readonly transloco = inject(TranslocoService);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();

  /** The picture that is being cut. */
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly dragging = signal(false);
  private readonly sent = signal(0);
  protected readonly percent = computed(() => Math.round(this.sent() * 100));

  private readonly problem = signal<string | undefined>(undefined);
  protected readonly errors = computed<readonly SummaryError[]>(() => {
    const message = this.problem();
    return message === undefined ? [] : [{ message, fieldId: 'photo-file' }];
  });

  /** Shows why it does not go on; the message is a text, not a key. */
  refuse(message: string): void {
    this.problem.set(message);
    this.attempt.failed();
  }

  protected picked(files: FileList | null): void {
    this.dragging.set(false);
    const file = files?.[0];
    if (!file) {
      return;
    }
    const problem = photoFileProblem(file, files.length);
    if (problem !== undefined) {
      this.refuse(this.transloco.translate(problem));
      return;
    }
    this.problem.set(undefined);
    this.file.set(file);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.picked(event.dataTransfer?.files ?? null);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.dragging.set(true);
  }

  protected cancel(): void {
    this.file.set(undefined);
  }

  protected unreadable(): void {
    this.file.set(undefined);
    this.refuse(this.transloco.translate('person.error.photoUnreadable'));
  }

  protected async upload(picture: Blob): Promise<void> {
    this.sent.set(0);
    const saved = await this.command.run((key) =>
      this.send()(picture, (part) => this.sent.set(part), key),
    );
    if (saved === undefined) {
      return;
    }
    this.file.set(undefined);
    if (saved === 'saved') {
      this.problem.set(undefined);
      this.attempt.reset();
    } else {
      this.refuse(saved.message);
    }
  }
}
