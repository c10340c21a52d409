import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Banner,
  ErrorSummary,
  FailureNotice,
  FormAttempt,
  PhotoChecks,
  PhotoCropper,
  provideFormAttempt,
  type SummaryError,
} from '@kaopu/web-ui';

import { PhoneUpload } from '../../../core/handoff/phone-upload.js';
import type { ReceivedFile } from '../../../core/handoff/received-file.js';
import type { UploadRequests } from '../../../core/handoff/upload-requests.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { Command } from '../../requests/command.js';
import { Registration } from '../registration.js';
import { StepHeading } from '../step-heading.js';
import { addressAfter } from '../steps.js';
import { photoFileProblem } from './photo-file.js';
import { PhotoNote } from './photo-note.js';

/** Step 4: the photo is chosen, cut out and sent; the server's remarks are hints, not refusals (domain.md §15). */
@Component({
  selector: 'app-photo-page',
  imports: [
    Banner,
    ErrorSummary,
    FailureNotice,
    MatButtonModule,
    PhoneUpload,
    PhotoChecks,
    PhotoCropper,
    PhotoNote,
    StepHeading,
    TranslocoPipe,
  ],
  templateUrl: './photo-page.html',
  styleUrl: './photo-page.scss',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page' },
})
export class PhotoPage {
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly registration = inject(Registration);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();

  protected readonly photo = this.registration.photo;
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
    this.refuse(this.transloco.translate('public.error.photoUnreadable'));
  }

  protected async upload(picture: Blob): Promise<void> {
    this.sent.set(0);
    const saved = await this.command.run(() =>
      this.registration.uploadPhoto(picture, (part) => this.sent.set(part)),
    );
    if (saved === 'saved') {
      this.file.set(undefined);
      this.problem.set(undefined);
      this.attempt.reset();
      void this.handed?.used();
      this.handed = undefined;
    } else if (saved && !this.registration.phoneVerified()) {
      await this.router.navigateByUrl('/register/contact');
    } else if (saved) {
      this.cancel();
      this.refuse(saved.message);
    }
  }

  protected async explain(note: string): Promise<void> {
    const saved = await this.command.run(() => this.registration.explainPhoto(note));
    if (saved && saved !== 'saved') {
      this.refuse(saved.message);
    }
  }

  protected async goOn(): Promise<void> {
    if (this.photo() === undefined) {
      this.refuse(this.transloco.translate('public.error.photo'));
      return;
    }
    await this.router.navigateByUrl(addressAfter('photo', this.from()));
  }

  private refuse(message: string): void {
    this.problem.set(message);
    this.attempt.failed();
  }
}
