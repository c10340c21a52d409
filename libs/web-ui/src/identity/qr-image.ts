import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** White cells around the code; scanners need four. */
const QUIET_ZONE = 4;

/** A QR code drawn as one SVG path; black on white in every theme, because scanners want it so. */
@Component({
  selector: 'kp-qr-image',
  template: `
    <svg
      role="img"
      [attr.aria-label]="label()"
      [attr.viewBox]="'0 0 ' + code().size + ' ' + code().size"
      [attr.width]="size()"
      [attr.height]="size()"
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="code().path" fill="#000" />
    </svg>
  `,
  styles: ':host { display: inline-block; line-height: 0; }',
})
export class QrImage {
  readonly text = input.required<string>();
  /** What the code leads to, for those who cannot see it. */
  readonly label = input.required<string>();
  /** Side length in CSS pixels. */
  readonly size = input(200);

  protected readonly code = computed(() => {
    const { data, size } = encode(this.text(), { ecc: 'M', border: QUIET_ZONE });
    const path = data
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('');
    return { path, size };
  });
}
