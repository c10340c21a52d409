import { afterNextRender, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { IdleWatch } from './core/session/idle-watch.js';
import { Interruption } from './core/session/interruption.js';
import { SessionRenewal } from './core/session/session-renewal.js';
import { ServiceInformation } from './core/service-information.js';
import { PageFocus } from './core/shell/page-focus.js';
import { ShellFooter } from './core/shell/shell-footer.js';
import { ShellHeader } from './core/shell/shell-header.js';

/** How long the browser may put off what the first page does not need, in milliseconds. */
const IDLE_PATIENCE = 2000;

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ShellFooter, ShellHeader, TranslocoPipe],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  host: { '[class.covered]': 'interruption.covers()' },
})
export class App {
  protected readonly interruption = inject(Interruption);
  private readonly focus = inject(PageFocus);
  private readonly information = inject(ServiceInformation);
  private readonly renewal = inject(SessionRenewal);

  constructor() {
    inject(IdleWatch);
    afterNextRender(() => {
      whenIdle(() => {
        void this.information.load();
        // Unreachable server: the page stays a visitor's; guarded pages say more.
        this.renewal.restore().catch(() => false);
      });
    });
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.focus.focusMain();
  }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(work, { timeout: IDLE_PATIENCE });
  } else {
    // Safari
    setTimeout(work, 200);
  }
}
