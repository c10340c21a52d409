import type { ElementRef } from '@angular/core';
import { Component, computed, input, model, output, viewChild } from '@angular/core';
import {
  type FormValueControl,
  transformedValue,
  type ValidationError,
} from '@angular/forms/signals';
import { parseTypedDate } from '@kaopu/domain';
import { TranslocoPipe } from '@jsverse/transloco';

let nextId = 0;

/**
 * A date as text, in any usual spelling (`2020-03-27`, `20200327`, `2020年3月27日`, `2020/3/27`), with the
 * browser's calendar as an extra. The value is `2020-03-27`, or '' when nothing is typed; an unreadable text
 * stays in the box and is a `date` error.
 */
@Component({
  selector: 'kp-date-field',
  imports: [TranslocoPipe],
  template: `
    <label [for]="id">{{ label() }}</label>
    <p [id]="id + '-hint'" class="kp-muted">{{ hint() ?? ('ui.date.hint' | transloco) }}</p>
    <div class="row">
      <input
        #box
        [id]="id"
        type="text"
        inputmode="text"
        [attr.autocomplete]="autocomplete()"
        spellcheck="false"
        [value]="typed()"
        [disabled]="disabled()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="marked() || null"
        (input)="typed.set(box.value)"
        (blur)="touch.emit()"
      />
      <span class="calendar">
        <input
          #picker
          type="date"
          tabindex="-1"
          aria-hidden="true"
          [value]="value()"
          [disabled]="disabled()"
          (change)="value.set(picker.value)"
        />
        <button type="button" [disabled]="disabled()" (click)="openCalendar()">
          {{ 'ui.date.calendar' | transloco }}
          <span class="kp-visually-hidden">{{ label() }}</span>
        </button>
      </span>
    </div>
  `,
  styleUrls: ['./boxed-field.scss', './date-field.scss'],
})
export class DateField implements FormValueControl<string> {
  readonly value = model('');
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly autocomplete = input<string>('off');
  readonly disabled = input(false);
  readonly invalid = input(false);
  /** Whether the page shows errors already; bind `attempt.count() > 0`. */
  readonly showError = input(true);
  /** Id of the element that shows the error. */
  readonly errorId = input<string>();
  readonly touch = output();

  protected readonly id = `kp-date-${nextId++}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  protected readonly describedBy = computed(() =>
    [`${this.id}-hint`, this.marked() ? this.errorId() : undefined].filter(Boolean).join(' '),
  );
  protected readonly marked = computed(() => this.invalid() && this.showError());

  /** What stands in the box; the model follows whenever it can be read as a date. */
  protected readonly typed = transformedValue<string, string>(this.value, {
    parse: readDate,
    format: (value) => value,
  });

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected openCalendar(): void {
    this.picker().nativeElement.showPicker();
  }
}

function readDate(typed: string): { value?: string; error?: ValidationError.WithoutFieldTree } {
  if (typed.trim() === '') {
    return { value: '' };
  }
  const date = parseTypedDate(typed);
  return date === null ? { value: '', error: { kind: 'date' } } : { value: date };
}
