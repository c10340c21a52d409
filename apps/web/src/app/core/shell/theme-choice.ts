import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

import { BrowserStorage } from '../browser-storage.js';

/** Light, dark, or what the operating system says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'kaopu.theme';

/** The colours of the page. `boot.js` sets the same class before the first paint, from the same storage key. */
@Service()
export class ThemeChoice {
  private readonly storage = inject(BrowserStorage);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly systemDark = systemPreference(inject(DOCUMENT).defaultView);
  private readonly systemIsDark = signal(this.systemDark?.matches ?? false);

  readonly current = signal<Theme>(
    THEMES.find((theme) => theme === this.storage.read(STORAGE_KEY)) ?? 'system',
  );

  constructor() {
    this.systemDark?.addEventListener('change', ({ matches }) => {
      this.systemIsDark.set(matches);
    });
    effect(() => {
      const theme = this.current();
      this.root.classList.toggle(
        'dark',
        theme === 'dark' || (theme === 'system' && this.systemIsDark()),
      );
      this.storage.write(STORAGE_KEY, theme === 'system' ? undefined : theme);
    });
  }
}

/** Undefined where there is no screen to ask about. */
function systemPreference(window: Window | null): MediaQueryList | undefined {
  return window && typeof window.matchMedia === 'function'
    ? window.matchMedia('(prefers-color-scheme: dark)')
    : undefined;
}
