import { Component, computed, inject, Injector, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { LanguageChoice } from '../i18n/language-choice.js';
import { ServiceInformation } from '../service-information.js';
import { Session } from '../session/session.js';
import { LANDING_PATHS } from '../session/session-paths.js';
import { type Theme, ThemeChoice, THEMES } from './theme-choice.js';

const THEME_KEYS = {
  system: 'app.theme.system',
  light: 'app.theme.light',
  dark: 'app.theme.dark',
} as const satisfies Record<Theme, string>;

/** Service name, language, colours, help phone and the signed-in person, at the same place on every page. */
@Component({
  selector: 'app-shell-header',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './shell-header.html',
  styleUrl: './shell-header.scss',
})
export class ShellHeader {
  protected readonly session = inject(Session);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  private readonly information = inject(ServiceInformation);
  private readonly injector = inject(Injector);

  protected readonly themes = THEMES.map((theme) => ({ theme, key: THEME_KEYS[theme] }));
  protected readonly phone = computed(() => this.information.configuration()?.helpPhone);
  protected readonly demo = computed(() => this.information.configuration()?.demo ?? false);
  protected readonly landing = computed(() => {
    const side = this.session.side();
    return side ? LANDING_PATHS[side] : '/login';
  });

  /** On a phone; closed again by going to another page. */
  protected readonly isOpen = linkedSignal({
    source: inject(Router).currentNavigation,
    computation: () => false,
  });

  protected switchLanguage(): void {
    void this.language.use(this.language.current() === 'en' ? 'zh-CN' : 'en');
  }

  protected chooseTheme(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.theme.current.set(THEMES.find((theme) => theme === value) ?? 'system');
  }

  protected async logOut(): Promise<void> {
    const { LogOut } = await import('../session/log-out.js');
    await this.injector.get(LogOut).leave('/');
  }
}
