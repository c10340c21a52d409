import { Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { RegisterHit } from './register-hit.js';

/** 证书登记: finds a certificate of the authority by its exact number; what was asked for stands in the address. */
@Component({
  selector: 'app-register-page',
  imports: [MatButtonModule, RegisterHit, TranslocoPipe],
  template: `
    <h1>{{ 'authority.register.title' | transloco }}</h1>
    <p>{{ 'authority.register.lead' | transloco }}</p>
    <form
      class="kp-actions"
      role="search"
      (submit)="$event.preventDefault(); search(typed.value.trim())"
    >
      <label>
        {{ 'authority.register.number' | transloco }}
        <input
          #typed
          type="text"
          required
          maxlength="64"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          [value]="number() ?? ''"
        />
      </label>
      <button matButton="filled" type="submit">
        {{ 'authority.register.search' | transloco }}
      </button>
    </form>
    @if (number(); as asked) {
      <app-register-hit [number]="asked" />
    }
  `,
  styleUrl: './register.scss',
})
export class RegisterPage {
  /** Bound from the query string. */
  readonly number = input<string>();

  private readonly router = inject(Router);

  protected async search(number: string): Promise<void> {
    await this.router.navigate([], { queryParams: { number: number || null } });
  }
}
