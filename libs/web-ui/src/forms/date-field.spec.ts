import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { DateField } from './date-field.js';

@Component({
  selector: 'kp-test-date',
  imports: [DateField, FormField],
  template: `<kp-date-field label="毕业时间" [formField]="form.day" />`,
})
class TestDate {
  readonly model = signal({ day: '' });
  readonly form = form(this.model, (path) => {
    required(path.day);
  });
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(TestDate);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const box = page.querySelector<HTMLInputElement>('input[type=text]');
  if (!box) throw new Error('no text box');
  const type = async (value: string) => {
    box.value = value;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  return { fixture, page, box, type, host: fixture.componentInstance };
}

describe('A date field', () => {
  it.each([
    '2020-03-27',
    '20200327',
    '2020年3月27日',
    '2020/3/27',
    '2020.3.27',
    ' ２０２０-03-27 ',
  ])('reads %s', async (typed) => {
    const { host, type } = await open();
    await type(typed);
    expect(host.model().day).toBe('2020-03-27');
    expect(host.form.day().errors()).toEqual([]);
  });

  it('keeps an unreadable text in the box and says so', async () => {
    const { box, host, type } = await open();
    await type('2020-02-30');
    expect(box.value).toBe('2020-02-30');
    expect(host.model().day).toBe('');
    expect(
      host.form
        .day()
        .errors()
        .map(({ kind }) => kind),
    ).toContain('date');
  });

  it('shows a value that comes from elsewhere', async () => {
    const { box, fixture, host } = await open();
    host.model.set({ day: '2019-07-01' });
    await fixture.whenStable();
    expect(box.value).toBe('2019-07-01');
  });

  it('is labelled and described', async () => {
    const { box, page } = await open();
    expect(page.querySelector('label')?.htmlFor).toBe(box.id);
    expect(page.querySelector(`#${box.getAttribute('aria-describedby') ?? 'none'}`)).not.toBeNull();
  });
});
