import { DOCUMENT } from '@angular/common';
import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UploadSessionChangedDocument, type UploadSessionPartsFragment } from '@kaopu/graphql';
import { PhoneUploadButton, PhoneUploadPanel, type PhoneUploadState } from '@kaopu/web-ui';
import type { Subscription } from 'rxjs';

import { failureOf } from '../failure/failure.js';
import { Live } from '../graphql/live.js';
import type { ReceivedFile } from './received-file.js';
import {
  type StartedUpload,
  type StartUpload,
  UploadRequests,
  type UploadRefusal,
} from './upload-requests.js';

/** States in which leaving the page should end the code. */
const OPEN: ReadonlySet<string> = new Set(['WAITING', 'CONNECTED', 'UPLOADING', 'RECEIVED']);

/**
 * 扫码拍照上传 (manual ch. 1): a button that shows a QR code, follows the phone live and hands over the
 * file as if it had been chosen here. One component for the photo and for every paper:
 *
 * ```html
 * <app-phone-upload [start]="requests.startPhoto" [name]="'…'" (received)="take($event)" />
 * ```
 */
@Component({
  selector: 'app-phone-upload',
  imports: [MatButtonModule, PhoneUploadButton, PhoneUploadPanel, TranslocoPipe],
  templateUrl: './phone-upload.html',
  styleUrl: './phone-upload.scss',
  providers: [UploadRequests],
})
export class PhoneUpload {
  /** Draws the first code; see UploadRequests. */
  readonly start = input.required<(requests: UploadRequests) => StartUpload>();
  /** What is uploaded, for those who hear the page. */
  readonly name = input.required<string>();
  /** Shows the picture and asks before handing it over; the photo page asks while cutting instead. */
  readonly asks = input(false);
  readonly received = output<ReceivedFile>();

  private readonly requests = inject(UploadRequests);
  private readonly live = inject(Live);
  private readonly transloco = inject(TranslocoService);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly button = viewChild.required(PhoneUploadButton);

  private readonly started = signal<StartedUpload | undefined>(undefined);
  private readonly session = signal<UploadSessionPartsFragment | undefined>(undefined);
  private readonly problem = signal<string | undefined>(undefined);
  private readonly busy = signal(false);
  private readonly lost = signal(false);
  protected readonly note = signal<string | undefined>(undefined);
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly picture = signal<string | undefined>(undefined);
  private following: Subscription | undefined;

  protected readonly link = computed(() => {
    const path = this.started()?.path;
    return path === undefined ? undefined : `${this.window?.location.origin ?? ''}${path}`;
  });
  protected readonly state = computed<PhoneUploadState>(() => {
    const message = this.problem();
    const session = this.session();
    if (message !== undefined) {
      return { kind: 'FAILED', message };
    }
    if (!session) {
      return { kind: 'STARTING' };
    }
    const { state, percent, phone, otherPhoneRefused, expiresAt } = session;
    return {
      kind: state,
      percent,
      phone: phone ?? '',
      otherPhoneRefused,
      isLost: this.lost(),
      until: new Date(expiresAt),
    };
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.forget();
      const session = this.session();
      if (session && OPEN.has(session.state)) {
        void this.requests.cancel(session.id).catch(() => undefined);
      }
    });
  }

  /** Opening again shows the code that is still good. */
  protected async opened(): Promise<void> {
    const state = this.session()?.state;
    if (!this.busy() && (state === undefined || !OPEN.has(state))) {
      await this.draw(this.start()(this.requests));
    }
  }

  protected async renew(): Promise<void> {
    const session = this.session();
    await this.draw(session ? () => this.requests.renew(session.id) : this.start()(this.requests));
  }

  protected async sendLink(): Promise<void> {
    const session = this.session();
    if (!session) {
      return;
    }
    await this.attempt(async () => {
      const sent = await this.requests.sendLink(session.id);
      if ('message' in sent) {
        this.note.set(sent.message);
      } else {
        this.show(sent.upload);
        this.note.set(this.transloco.translate('ui.phoneUpload.smsSent', { phone: sent.phone }));
      }
    });
  }

  protected async cancel(): Promise<void> {
    const session = this.session();
    this.forget();
    this.session.set(undefined);
    this.started.set(undefined);
    this.problem.set(undefined);
    this.button().close();
    if (session) {
      await this.requests.cancel(session.id).catch(() => undefined);
    }
  }

  protected hand(file: File): void {
    const id = this.session()?.id;
    if (id === undefined) {
      return;
    }
    this.received.emit({
      file,
      used: async () => {
        await this.requests.finish(id).catch(() => undefined);
        this.over(id);
      },
      dropped: () => this.cancel(),
    });
    this.button().close();
  }

  /** Used or not: nothing of this code is left here. */
  private over(id: string): void {
    if (this.session()?.id === id) {
      this.forget();
      this.session.set(undefined);
      this.started.set(undefined);
    }
  }

  private draw(start: StartUpload): Promise<void> {
    return this.attempt(async () => {
      this.note.set(undefined);
      const started = await start();
      if (isRefusal(started)) {
        this.problem.set(started.message);
      } else {
        this.show(started);
      }
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.busy.set(false);
    }
  }

  private show(started: StartedUpload): void {
    this.forget();
    this.started.set(started);
    this.session.set(started.session);
    this.following = this.live
      .watch(UploadSessionChangedDocument, { id: started.session.id }, (isLost) => {
        this.lost.set(isLost);
      })
      .subscribe({
        next: ({ uploadSessionChanged }) => {
          void this.changed(uploadSessionChanged);
        },
        error: () => {
          this.problem.set(this.transloco.translate('ui.phoneUpload.unknown'));
        },
      });
  }

  private async changed(session: UploadSessionPartsFragment): Promise<void> {
    const before = this.session();
    this.session.set(session);
    const { file: arrived } = session;
    if (!arrived || before?.file) {
      return;
    }
    try {
      const file = await fetched(arrived);
      this.file.set(file);
      if (this.asks()) {
        this.picture.set(file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined);
      } else {
        this.hand(file);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const { key, params } = failureOf(error);
    this.problem.set(this.transloco.translate(key, { ...params }));
  }

  private forget(): void {
    this.following?.unsubscribe();
    this.following = undefined;
    this.file.set(undefined);
    const picture = this.picture();
    if (picture !== undefined) {
      URL.revokeObjectURL(picture);
      this.picture.set(undefined);
    }
  }
}

/** Throws when the file does not arrive. */
async function fetched(arrived: NonNullable<UploadSessionPartsFragment['file']>): Promise<File> {
  const response = await fetch(arrived.url);
  if (!response.ok) {
    throw new Error(`HTTP ${String(response.status)}`);
  }
  return new File([await response.blob()], arrived.fileName, { type: arrived.mimeType });
}

const isRefusal = (answer: StartedUpload | UploadRefusal): answer is UploadRefusal =>
  'message' in answer;
