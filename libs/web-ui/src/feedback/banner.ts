import { Component, computed, input } from '@angular/core';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/** A message over the page: what succeeded, what is due, what went wrong. Announced when it appears. */
@Component({
  selector: 'kp-banner',
  template: `
    @if (heading(); as words) {
      <p class="heading">{{ words }}</p>
    }
    <ng-content />
  `,
  styleUrl: './banner.scss',
  host: { '[attr.role]': 'role()', '[class]': 'tone()' },
})
export class Banner {
  readonly tone = input<Tone>('info');
  readonly heading = input<string>();
  /** Whether the banner interrupts a screen reader. */
  readonly urgent = input(false);

  protected readonly role = computed(() =>
    this.urgent() || this.tone() === 'error' ? 'alert' : 'status',
  );
}
