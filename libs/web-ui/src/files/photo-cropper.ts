import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type ImageCroppedEvent,
  ImageCropperComponent,
  type ImageTransform,
} from 'ngx-image-cropper';

/** The size of a finished photo in pixels (experience.md §2.4; the national registration wants at least 295 × 413). */
export const PHOTO_SIZE = { width: 358, height: 441 } as const;

/**
 * Cuts a portrait out of a picture: drag the frame or move it with the arrow keys, turn and enlarge with buttons.
 * The result is a JPEG of 358 × 441 pixels, upright whatever the camera's orientation mark says.
 */
@Component({
  selector: 'kp-photo-cropper',
  imports: [ImageCropperComponent, MatButtonModule, TranslocoPipe],
  templateUrl: './photo-cropper.html',
  styleUrl: './photo-cropper.scss',
})
export class PhotoCropper {
  readonly file = input.required<File>();
  readonly busy = input(false);
  /** The photo that the person accepted. */
  readonly accepted = output<Blob>();
  readonly cancelled = output();
  /** The browser cannot read the picture, for example HEIC or a broken file. */
  readonly unreadable = output();

  protected readonly size = PHOTO_SIZE;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly result = signal<ImageCroppedEvent | undefined>(undefined);
  private readonly turns = signal(0);
  private readonly zoom = signal(1);

  /** Until the first cut is made there is nothing to accept. */
  protected readonly ready = computed(() => this.result()?.blob != null);
  protected readonly rotation = this.turns.asReadonly();
  protected readonly transform = computed<ImageTransform>(() => ({ scale: this.zoom() }));
  protected readonly preview = computed(() => this.result()?.objectUrl ?? undefined);

  protected turn(quarters: number): void {
    this.turns.update((turns) => turns + quarters);
  }

  protected enlarge(factor: number): void {
    this.zoom.update((zoom) => Math.min(4, Math.max(1, zoom * factor)));
  }

  protected cropped(result: ImageCroppedEvent): void {
    this.result.set(result);
    // The library's frame has a label but no role, so that screen readers would not say it.
    this.host.querySelector('.ngx-ic-cropper')?.setAttribute('role', 'application');
  }

  protected accept(): void {
    const blob = this.result()?.blob;
    if (blob) {
      this.accepted.emit(blob);
    }
  }
}
