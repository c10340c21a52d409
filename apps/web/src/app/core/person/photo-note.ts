import { Component, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** A word to staff about a photo that looks doubtful; they read it beside the photo (goal N2). */
@Component({
  selector: 'app-photo-note',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    <form (submit)="$event.preventDefault(); saved.emit(text())">
      <label for="photo-note">{{ 'person.photo.note' | transloco }}</label>
      <p id="photo-note-hint" class="kp-muted">
        {{ 'person.photo.noteHint' | transloco }}
      </p>
      <textarea
        #box
        id="photo-note"
        rows="2"
        maxlength="200"
        aria-describedby="photo-note-hint"
        [value]="text()"
        (input)="text.set(box.value)"
      ></textarea>
      <button matButton="outlined" type="submit" [disabled]="busy()">
        {{ 'person.photo.noteSave' | transloco }}
      </button>
      <span aria-live="polite">
        @if (note() !== '' && note() === text()) {
          {{ 'person.photo.noteSaved' | transloco }}
        }
      </span>
    </form>
  `,
  styles: `
    textarea {
      display: block;
      box-sizing: border-box;
      inline-size: 100%;
      margin-block-end: 8px;
      padding: 8px;
      font: inherit;
    }
  `,
})
export class PhotoNote {
  /** What is kept; empty for none. */
  readonly note = input.required<string>();
  readonly busy = input(false);
  readonly saved = output<string>();

  protected readonly text = linkedSignal(() => this.note());
}
