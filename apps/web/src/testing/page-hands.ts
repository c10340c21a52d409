import { RouterTestingHarness } from '@angular/router/testing';

/** For specs: uses a routed page as a person does, by the words on it. */
export class PageHands {
  private constructor(private readonly harness: RouterTestingHarness) {}

  static async open(address: string): Promise<PageHands> {
    const hands = new PageHands(await RouterTestingHarness.create());
    await hands.harness.navigateByUrl(address);
    await hands.settle();
    return hands;
  }

  get page(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return this.page.textContent.replace(/\s+/g, ' ');
  }

  /** The lines of the error summary. */
  get summary(): readonly string[] {
    return [...this.page.querySelectorAll('kp-error-summary li')].map((line) =>
      line.textContent.trim(),
    );
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await this.harness.fixture.whenStable();
    }
  }

  box(label: string): HTMLInputElement {
    const found = [...this.page.querySelectorAll('label')].find((one) =>
      one.textContent.trim().startsWith(label),
    );
    const box = found?.control;
    if (!(box instanceof HTMLElement)) {
      throw new Error(`No box is labelled ${label}`);
    }
    return box as HTMLInputElement;
  }

  button(words: string): HTMLButtonElement {
    const found = [...this.page.querySelectorAll('button')].find(
      (one) => one.textContent.trim() === words,
    );
    if (!found) {
      throw new Error(`No button says ${words}`);
    }
    return found;
  }

  async type(label: string, value: string): Promise<void> {
    const box = this.box(label);
    box.value = value;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new Event('change'));
    await this.settle();
  }

  /** Follows the link with these words. */
  async follow(words: string): Promise<void> {
    const link = [...this.page.querySelectorAll('a')].find(
      (one) => one.textContent.trim() === words,
    );
    if (!link) {
      throw new Error(`No link says ${words}`);
    }
    link.click();
    await this.settle();
  }

  async press(words: string): Promise<void> {
    this.button(words).click();
    await this.settle();
  }
}
