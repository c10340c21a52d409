import type { ElementRef } from '@angular/core';
import { Component, computed, input, model, output, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';

let nextId = 0;

/** A one-time code in one box: phones fill it from the message, spaces and full-width digits are accepted. */
@Component({
  selector: 'kp-code-field',
  imports: [TranslocoPipe],
  template: `
    <label [for]="id">{{ label() }}</label>
    @if (hint(); as words) {
      <p [id]="id + '-hint'" class="kp-muted">{{ words }}</p>
    }
    <input
      #box
      [id]="id"
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck="false"
      autocapitalize="off"
      [value]="value()"
      [disabled]="disabled()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="marked() || null"
      (input)="typed($event)"
      (blur)="touch.emit()"
    />
    <span class="kp-visually-hidden">{{ 'ui.code.length' | transloco: { length: length() } }}</span>
  `,
  styleUrl: './boxed-field.scss',
})
export class CodeField implements FormValueControl<string> {
  readonly value = model('');
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** How many digits a code has. */
  readonly length = input(6);
  readonly disabled = input(false);
  readonly invalid = input(false);
  /** Whether the page shows errors already; bind `attempt.count() > 0`. */
  readonly showError = input(true);
  /** Id of the element that shows the error. */
  readonly errorId = input<string>();
  readonly touch = output();

  protected readonly id = `kp-code-${nextId++}`;
  protected readonly marked = computed(() => this.invalid() && this.showError());
  protected readonly describedBy = computed(
    () =>
      [this.hint() && `${this.id}-hint`, this.marked() && this.errorId()]
        .filter(Boolean)
        .join(' ') || null,
  );
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected typed(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.value.set(digitsOf(value).slice(0, this.length()));
  }
}

/** The digits of what was typed or pasted; full-width ones become plain. */
function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}
