import { effect, inject, untracked } from '@angular/core';

import { LanguageChoice } from './language-choice.js';

/**
 * Runs when the reader chooses another language, to ask anew for texts the server wrote and no query
 * watches. Call in an injection context. A failure leaves the words of before, which are still true.
 */
export function onLanguageChange(run: () => Promise<unknown>): void {
  const language = inject(LanguageChoice);
  let shown = language.current();
  effect(() => {
    const chosen = language.current();
    if (chosen === shown) {
      return;
    }
    shown = chosen;
    untracked(() => void run().catch(() => undefined));
  });
}
