import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { areaLinks } from './area-links.js';

/** A landing page's table of contents: the pages of the area with a sentence each. */
@Component({
  selector: 'app-area-contents',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <ul>
      @for (link of links(); track link.path) {
        <li>
          <a [routerLink]="[base, link.path]">{{ link.nav | transloco }}</a>
          @if (link.about; as about) {
            <p class="kp-muted">{{ about | transloco }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: 16px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      position: relative;
      padding: 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-low);
    }

    a {
      font: var(--mat-sys-title-medium);
      font-weight: 600;

      &::after {
        content: '';
        position: absolute;
        inset: 0;
      }
    }

    p {
      margin: 8px 0 0;
    }
  `,
})
export class AreaContents {
  private readonly area = inject(ActivatedRoute).parent;
  private readonly all = areaLinks(this.area?.routeConfig);
  private readonly here = inject(ActivatedRoute).routeConfig?.path;

  /** From a landing page without a path of its own the area is here, else one up. */
  protected readonly base = this.here === '' ? './' : '../';
  protected readonly links = computed(() => this.all().filter(({ path }) => path !== this.here));
}
