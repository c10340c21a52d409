import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { StoredPhotoPartsFragment } from '@kaopu/graphql';
import {
  Banner,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  PhotoChecks,
  PhotoCropper,
  type SummaryError,
} from '@kaopu/web-ui';

import type { UploadProgress } from '../graphql/upload-progress.js';
import { PhoneUpload } from '../handoff/phone-upload.js';
import type { ReceivedFile } from '../handoff/received-file.js';
import type { UploadRequests } from '../handoff/upload-requests.js';
import { Command } from '../requests/command.js';
import type { Refusal } from '../requests/refusal.js';
import { PageTitle } from '../shell/page-title.js';
import { photoFileProblem } from './photo-file.js';
import { PhotoNote } from './photo-note.js';

/** Takes the cut picture to the server. */
export type SendPhoto = (
  picture: Blob,
  progress: UploadProgress,
  idempotencyKey: string,
) => Promise<'saved' | Refusal>;

/** Takes the word about the photo to the server; empty takes it back. */
export type ExplainPhoto = (note: string, idempotencyKey: string) => Promise<'saved' | Refusal>;

/**
 * The photo is chosen here or comes from a phone (manual ch. 1 and 4), is cut out and sent; what the server's
 * checks doubt are hints, not refusals, and may be explained to staff (domain.md §15). What stands inside is shown while nothing is being cut.
 */
@Component({
  selector: 'app-photo-choice',
  imports: [
    Banner,
    ErrorSummary,
    FailureNotice,
    PhoneUpload,
    PhotoChecks,
    PhotoCropper,
    PhotoNote,
    TranslocoPipe,
  ],
  templateUrl: './photo-choice.html',
  styleUrl: './photo-choice.scss',
})
export class PhotoChoice {
  /** The photo there is. */
  readonly photo = input.required<StoredPhotoPartsFragment | undefined>();
  readonly send = input.required<SendPhoto>();
  readonly explain = input.required<ExplainPhoto>();

  private readonly transloco = inject(TranslocoService);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly noting = new Command();

  protected readonly isDoubtful = computed(
    () => this.photo()?.checks.some(({ good }) => !good) ?? false,
  );
  /** The picture that is being cut. */
  protected readonly file = signal<File | undefined>(undefined);
  /** The same picture, when it came from a phone. */
  private handed: ReceivedFile | undefined;
  protected readonly byPhone = (requests: UploadRequests) => requests.startPhoto;
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

  protected arrived(received: ReceivedFile): void {
    this.problem.set(undefined);
    this.handed = received;
    this.file.set(received.file);
  }

  protected cancel(): void {
    this.file.set(undefined);
    void this.handed?.dropped();
    this.handed = undefined;
  }

  protected unreadable(): void {
    this.cancel();
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
    if (saved === 'saved') {
      this.file.set(undefined);
      this.problem.set(undefined);
      this.attempt.reset();
      void this.handed?.used();
      this.handed = undefined;
    } else {
      this.cancel();
      this.refuse(saved.message);
    }
  }

  protected async leaveNote(note: string): Promise<void> {
    const saved = await this.noting.run((key) => this.explain()(note, key), note);
    if (saved !== undefined && saved !== 'saved') {
      this.refuse(saved.message);
    }
  }
}
