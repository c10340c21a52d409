import { DOCUMENT, inject, Service } from '@angular/core';

/** Small choices of this browser (language, colours). Never personal data; answers nothing when storage is off. */
@Service()
export class BrowserStorage {
  private readonly window = inject(DOCUMENT).defaultView;

  read(key: string): string | undefined {
    try {
      return this.window?.localStorage.getItem(key) ?? undefined;
    } catch {
      // SecurityError: the browser forbids storage.
      return undefined;
    }
  }

  /** Calls back whenever another tab stores a value under the key, until told to stop. */
  watch(key: string, stored: () => void, until: AbortSignal): void {
    const heard = (event: StorageEvent) => {
      if (event.key === key && event.newValue !== null) {
        stored();
      }
    };
    this.window?.addEventListener('storage', heard, { signal: until });
  }

  /** Stores the value, or forgets the key when the value is undefined. */
  write(key: string, value: string | undefined): void {
    try {
      if (value === undefined) {
        this.window?.localStorage.removeItem(key);
      } else {
        this.window?.localStorage.setItem(key, value);
      }
    } catch {
      // SecurityError or QuotaExceededError: the choice then lasts for this page only.
    }
  }
}
