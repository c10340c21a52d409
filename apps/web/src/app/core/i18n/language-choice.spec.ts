import { ApplicationRef, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoPipe } from '@jsverse/transloco';
import { beforeEach, describe, expect, it } from 'vitest';

import { LanguageChoice } from './language-choice.js';

@Component({
  selector: 'app-test-texts',
  imports: [TranslocoPipe],
  template: `<p>{{ 'app.skip' | transloco }}</p>
    <p>{{ 'public.home.verify' | transloco }}</p>
    <input />`,
})
class TestTexts {}

function choice(): LanguageChoice {
  TestBed.configureTestingModule({
    providers: [
      provideTransloco({
        config: {
          availableLangs: ['zh-CN', 'en'],
          defaultLang: 'zh-CN',
          reRenderOnLangChange: true,
          missingHandler: { logMissingKey: false },
        },
      }),
    ],
  });
  return TestBed.inject(LanguageChoice);
}

describe('The language of the page', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('is Chinese on the first visit', async () => {
    const language = choice();
    await language.restore();
    expect(language.current()).toBe('zh-CN');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('changes in place, keeps what was typed, and is remembered', async () => {
    const language = choice();
    await language.restore();
    await language.addArea('public');
    const fixture = TestBed.createComponent(TestTexts);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const box = page.querySelector('input');
    if (!box) throw new Error('no box');
    box.value = '已输入';
    expect(page.textContent).toContain('证书核验');

    await language.use('en');
    await TestBed.inject(ApplicationRef).whenStable();

    expect(page.textContent).toContain('Verify a certificate');
    expect(page.querySelector('input')).toBe(box);
    expect(box.value).toBe('已输入');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('kaopu.language')).toBe('en');
  });

  it('brings an area that is opened while the language changes', async () => {
    const language = choice();
    await language.restore();
    await Promise.all([language.use('en'), language.addArea('public')]);
    const fixture = TestBed.createComponent(TestTexts);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Verify a certificate');
  });
});
