import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { ServiceInformation } from '../service-information.js';

/** Where help is, on every page at the same place (WCAG 3.2.6), and the ways for staff and integrators. */
@Component({
  selector: 'app-shell-footer',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <footer>
      <div class="columns">
        <p>
          {{ 'app.footer.help' | transloco }}
          @if (phone(); as number) {
            <a [href]="'tel:' + number">{{ number }}</a>
          }
        </p>
        <ul>
          <li>
            <a routerLink="/verify">{{ 'app.footer.verify' | transloco }}</a>
          </li>
          <li>
            <a routerLink="/staff-login">{{ 'app.footer.staff' | transloco }}</a>
          </li>
        </ul>
      </div>
    </footer>
  `,
  styles: `
    footer {
      border-block-start: 1px solid var(--mat-sys-outline-variant);
      background: var(--mat-sys-surface-container-low);
      color: var(--mat-sys-on-surface-variant);
    }

    .columns {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 24px;
      max-inline-size: 80rem;
      margin-inline: auto;
      padding: 12px 24px;

      @media (max-width: 600px) {
        padding: 12px 16px;
      }
    }

    p {
      margin: 0;
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      color: inherit;
    }
  `,
})
export class ShellFooter {
  private readonly information = inject(ServiceInformation);

  protected readonly phone = computed(() => this.information.configuration()?.helpPhone);
}
