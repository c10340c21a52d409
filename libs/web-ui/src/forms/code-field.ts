import type { ElementRef } from '@angular/core';
import { Component, input, model, output, viewChild } from '@angular/core';
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
      [attr.aria-describedby]="hint() ? id + '-hint' : null"
      [attr.aria-invalid]="invalid() || null"
      [attr.aria-errormessage]="errorId() ?? null"
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
  /** Id of the element that shows the error. */
  readonly errorId = input<string>();
  readonly touch = output();

  protected readonly id = `kp-code-${nextId++}`;
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
