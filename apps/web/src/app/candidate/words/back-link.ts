import { Component } from '@angular/core';

/** The way back above a page's heading, large enough for a finger. */
@Component({
  selector: 'a[appBack]',
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  host: { class: 'kp-no-print' },
})
export class BackLink {}
