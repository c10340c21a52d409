import { afterNextRender, DOCUMENT, inject, Injector, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** How long a page that is still loading may take to bring its heading, in milliseconds. */
const HEADING_PATIENCE = 3000;

/** Moves the focus to the new page's heading, so that screen readers announce where the reader has come. */
@Service()
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        afterNextRender({ read: () => this.focusHeading() }, { injector: this.injector });
      });
  }

  /** For the skip link: past the header, into the page. */
  focusMain(): void {
    this.focus(this.document.querySelector<HTMLElement>('main'));
  }

  private focusHeading(): void {
    const main = this.document.querySelector<HTMLElement>('main');
    const heading = main?.querySelector<HTMLElement>('h1');
    if (heading) {
      this.focus(heading);
      return;
    }
    this.focus(main);
    if (main) {
      this.focusWhenItComes(main);
    }
  }

  /** Leaves the focus alone when the reader has moved on in the meantime. */
  private focusWhenItComes(main: HTMLElement): void {
    const observer = new MutationObserver(() => {
      const heading = main.querySelector<HTMLElement>('h1');
      if (heading) {
        observer.disconnect();
        if (
          this.document.activeElement === main ||
          this.document.activeElement === this.document.body
        ) {
          this.focus(heading);
        }
      }
    });
    observer.observe(main, { childList: true, subtree: true });
    setTimeout(() => {
      observer.disconnect();
    }, HEADING_PATIENCE);
  }

  private focus(element: HTMLElement | null): void {
    if (element) {
      element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
  }
}
