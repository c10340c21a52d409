import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { CaptchaField } from './captcha-field.js';

async function open(loadPicture?: () => Promise<{ id: string; image: string }>) {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(CaptchaField);
  let pictures = 0;
  fixture.componentRef.setInput(
    'loadPicture',
    loadPicture ??
      (() => Promise.resolve({ id: `p${(pictures += 1)}`, image: 'data:image/png;base64,AA==' })),
  );
  fixture.componentRef.setInput('loadChallenge', () => Promise.resolve({ task: 7 }));
  fixture.componentRef.setInput('solve', (task: unknown) =>
    Promise.resolve(`solved ${JSON.stringify(task)}`),
  );
  const settle = async () => {
    await fixture.whenStable();
    await Promise.resolve();
    await fixture.whenStable();
  };
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (key: string) => {
    [...page.querySelectorAll('button')].find((b) => b.textContent.includes(key))?.click();
    await settle();
  };
  const type = async (text: string) => {
    const box = page.querySelector('input');
    if (box) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    await settle();
  };
  return { field: fixture.componentInstance, page, press, type };
}

describe('A captcha field', () => {
  it('answers with the picture it shows', async () => {
    const { field, type } = await open();
    await type(' ab3d ');
    expect(field.value()).toEqual({ altcha: null, captchaId: 'p1', captchaText: 'ab3d' });
  });

  it('forgets the answer with another picture', async () => {
    const { field, page, press, type } = await open();
    await type('ab3d');
    await press('ui.captcha.another');
    expect(field.value().captchaText).toBeNull();
    expect(page.querySelector('input')?.value).toBe('');
    await type('x');
    expect(field.value().captchaId).toBe('p2');
  });

  it('lets those who cannot read pictures calculate instead', async () => {
    const { field, page, press } = await open();
    await press('ui.captcha.useProof');
    expect(page.querySelector('img')).toBeNull();
    await press('ui.captcha.calculate');
    expect(field.value()).toEqual({
      altcha: 'solved {"task":7}',
      captchaId: null,
      captchaText: null,
    });
    expect(page.querySelector('[aria-live]')?.textContent).toContain('ui.captcha.done');
  });

  it('says when no picture came and keeps the button', async () => {
    const { page } = await open(() => Promise.reject(new Error('offline')));
    expect(page.querySelector('[aria-live]')?.textContent).toContain('ui.captcha.failed');
    expect(page.textContent).toContain('ui.captcha.another');
  });
});
