import { expect, type Locator, type Page } from '@playwright/test';
import type { PickedFile } from './papers.ts';

/** More than any page has places to stop at. */
const MANY = 80;
const MANY_OPTIONS = 60;

/** Somebody who has no mouse: whatever is used was reached with Tab. */
export class Keys {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the control has the focus; fails when it never gets there. */
  async to(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    await expect(control).toBeEnabled();
    for (let presses = 0; presses < MANY; presses++) {
      if (await hasFocus(control)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(control).toBeFocused();
  }

  /** Follows a link or presses a button. */
  async enter(control: Locator): Promise<void> {
    await this.to(control);
    await this.page.keyboard.press('Enter');
  }

  async type(box: Locator, text: string): Promise<void> {
    await this.to(box);
    await this.page.keyboard.type(text);
  }

  /** Ticks a box. */
  async tick(box: Locator): Promise<void> {
    await this.to(box);
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  /** Goes through a list box until the entry stands there. */
  async select(list: Locator, entry: string): Promise<void> {
    await this.to(list);
    const chosen = (): Promise<string> =>
      list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text.trim() ?? '');
    for (let presses = 0; presses < MANY_OPTIONS && (await chosen()) !== entry; presses++) {
      await this.page.keyboard.press('ArrowDown');
    }
    expect(await chosen()).toBe(entry);
  }

  /** Tab stops once at radio buttons that belong together; arrows lead to the others. */
  async choose(radio: Locator): Promise<void> {
    const name = (await radio.getAttribute('name')) ?? '';
    await this.to(this.page.locator(`input[type=radio][name="${name}"]`).first());
    await this.page.keyboard.press('Space');
    for (let presses = 0; presses < MANY_OPTIONS && !(await radio.isChecked()); presses++) {
      await this.page.keyboard.press('ArrowDown');
    }
    await expect(radio).toBeChecked();
  }

  /** Opens the system's own file dialog and picks there. */
  async pick(control: Locator, file: PickedFile): Promise<void> {
    await this.to(control);
    // A key that is pressed while the page is drawn anew is lost; people press again.
    await expect(async () => {
      const dialog = this.page.waitForEvent('filechooser', { timeout: 3000 });
      await this.page.keyboard.press('Space');
      await (await dialog).setFiles(file);
    }).toPass();
  }

  /** The human check, calculated by the browser. */
  async passHumanCheck(): Promise<void> {
    await this.enter(this.page.getByRole('button', { name: '看不清图片？改用自动验证' }));
    const start = this.page.getByRole('button', { name: '开始验证' });
    await expect(start).toBeVisible();
    // It stands where the picture stood, before the button that was just pressed.
    await this.page.keyboard.press('Shift+Tab');
    await expect(start).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('验证通过')).toBeVisible();
  }
}

const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((one) => one === document.activeElement);
