import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { ErrorSummary, FormAttempt, provideFormAttempt } from '@kaopu/web-ui';
import { afterEach, describe, expect, it } from 'vitest';

import { provideTexts } from '../../../testing/texts.js';
import { ChoiceField } from './choice-field.js';
import { PasswordField } from './password-field.js';
import { TextField } from './text-field.js';

const FIELDS = ['text', 'password', 'choice', 'radio'] as const;

@Component({
  selector: 'app-test-form',
  imports: [ChoiceField, ErrorSummary, FormRoot, PasswordField, TextField],
  providers: [provideFormAttempt()],
  template: `
    <kp-error-summary [form]="form" />
    <form [formRoot]="form">
      <app-text-field fieldId="text" label="文字" hint="提示" [field]="form.text" />
      <app-password-field
        fieldId="password"
        label="密码"
        autocomplete="new-password"
        [field]="form.password"
      />
      <app-choice-field
        fieldId="choice"
        label="列表"
        [asList]="true"
        [choices]="choices"
        [field]="form.choice"
      />
      <app-choice-field fieldId="radio" label="单选" [choices]="choices" [field]="form.radio" />
      <button type="submit">继续</button>
    </form>
  `,
})
class TestForm {
  protected readonly choices = ['wrong', 'right'].map((code) => ({ code, text: code }));
  private readonly model = signal({ text: '', password: '', choice: '', radio: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      for (const name of FIELDS) {
        validate(path[name], ({ value }) =>
          value() === 'right'
            ? undefined
            : { kind: 'test', message: value() === '' ? `请填写 ${name}` : `请改正 ${name}` },
        );
      }
    },
    { submission: inject(FormAttempt).submission(() => Promise.resolve(undefined)) },
  );
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const fixture = TestBed.createComponent(TestForm);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const control = (name: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(`#${name}`);
    if (!found) {
      throw new Error(`No control ${name}`);
    }
    return found;
  };
  /** What a screen reader adds to the control's name: the texts its description points to. */
  const description = (name: string): string => {
    const described = name === 'radio' ? control(name).closest('fieldset') : control(name);
    return (described?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
      .join(' ');
  };
  const send = async () => {
    page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await fixture.whenStable();
    await fixture.whenStable();
  };
  const fill = async (name: string, value: string) => {
    if (name === 'radio') {
      page.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click();
    } else {
      const box = control(name) as HTMLInputElement;
      box.value = value;
      box.dispatchEvent(new Event('input'));
      box.dispatchEvent(new Event('change'));
    }
    await fixture.whenStable();
    await fixture.whenStable();
  };
  return { control, description, fill, page, send };
}

describe.each(FIELDS)('The %s field', (name) => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is not marked before the form was sent', async () => {
    const { control, description } = await open();
    expect(control(name).getAttribute('aria-invalid')).not.toBe('true');
    expect(description(name)).not.toContain('请填写');
  });

  it('is marked and described by its sentence when the form could not be sent', async () => {
    const { control, description, send } = await open();
    await send();
    expect(description(name)).toContain(`请填写 ${name}`);
    // Radio buttons are marked as a group, by the description of their fieldset.
    expect(name === 'radio' || control(name).getAttribute('aria-invalid') === 'true').toBe(true);
  });

  it('follows what is typed: another sentence, then none', async () => {
    const { control, description, fill, send } = await open();
    await send();
    await fill(name, 'wrong');
    expect(description(name)).toContain(`请改正 ${name}`);
    await fill(name, 'right');
    expect(description(name)).not.toContain('请');
    expect(control(name).getAttribute('aria-invalid')).not.toBe('true');
  });
});
