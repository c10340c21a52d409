import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { CodeField } from './code-field.js';

describe('A one-time code field', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['１２３４５６', '123456'],
    ['验证码 123-4567', '123456'],
  ])('takes %s as %s', async (typed, code) => {
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    const fixture = TestBed.createComponent(CodeField);
    fixture.componentRef.setInput('label', '短信验证码');
    await fixture.whenStable();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input');
    if (!box) throw new Error('no box');
    box.value = typed;
    box.dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.value()).toBe(code);
    expect(box.autocomplete).toBe('one-time-code');
  });
});
