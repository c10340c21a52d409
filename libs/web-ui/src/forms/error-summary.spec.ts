import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type FieldTree, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { ErrorSummary } from './error-summary.js';
import { FieldError } from './field-error.js';
import { FormAttempt, provideFormAttempt } from './form-attempt.js';

@Component({
  selector: 'kp-test-form',
  imports: [ErrorSummary, FieldError, FormField, FormRoot, MatFormFieldModule, MatInputModule],
  providers: [provideFormAttempt()],
  template: `
    <kp-error-summary [form]="form" />
    <form [formRoot]="form">
      <mat-form-field>
        <mat-label>姓名</mat-label>
        <input matInput id="name" [formField]="form.name" />
        <mat-error [kpFieldError]="form.name" />
      </mat-form-field>
      <mat-form-field>
        <mat-label>证件号码</mat-label>
        <input matInput id="number" [formField]="form.number" />
        <mat-error [kpFieldError]="form.number" />
      </mat-form-field>
      <button type="submit">继续</button>
    </form>
  `,
})
class TestForm {
  readonly attempt = inject(FormAttempt);
  refusal: string | undefined;
  sent = 0;
  readonly form: FieldTree<{ name: string; number: string }> = form(
    signal({ name: '', number: '' }),
    (path) => {
      required(path.name);
      required(path.number, { message: '请输入证件号码' });
    },
    {
      submission: this.attempt.submission(() => {
        this.sent += 1;
        return Promise.resolve(
          this.refusal === undefined
            ? undefined
            : { kind: 'server', message: this.refusal, fieldTree: this.form.number },
        );
      }),
    },
  );
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
  const fixture = TestBed.createComponent(TestForm);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const send = async () => {
    page.querySelector<HTMLButtonElement>('button')?.click();
    await fixture.whenStable();
    await fixture.whenStable();
  };
  const type = async (id: string, value: string) => {
    const box = page.querySelector<HTMLInputElement>(`#${id}`);
    if (box) {
      box.value = value;
      box.dispatchEvent(new Event('input'));
      box.dispatchEvent(new Event('blur'));
    }
    await fixture.whenStable();
  };
  return { fixture, page, send, type };
}

describe('A form with an error summary', () => {
  it('shows no error while somebody is still typing', async () => {
    const { page, type } = await open();
    await type('name', '');
    expect(page.querySelector('[role=alert]')).toBeNull();
    expect(page.querySelector('mat-error')).toBeNull();
  });

  it('lists every error in the order of the fields and takes the focus when it is sent', async () => {
    const { page, send } = await open();
    await send();
    const lines = [...page.querySelectorAll('kp-error-summary a')].map((a) => a.textContent);
    expect(lines).toEqual(['ui.error.required', '请输入证件号码']);
    expect(document.activeElement).toBe(page.querySelector('kp-error-summary .box'));
  });

  it('repeats the words beside the field', async () => {
    const { page, send } = await open();
    await send();
    expect(page.querySelectorAll('mat-error')[1]?.textContent).toContain('请输入证件号码');
  });

  it('leads from a line to its field', async () => {
    const { page, send } = await open();
    await send();
    page.querySelectorAll<HTMLAnchorElement>('kp-error-summary a')[1]?.click();
    expect(document.activeElement?.id).toBe('number');
  });

  it('shows what the server refuses, on the field it names', async () => {
    const { fixture, page, send, type } = await open();
    fixture.componentInstance.refusal = '此证件号码已经存在';
    await type('name', '演示考生');
    await type('number', '1');
    await send();
    expect(fixture.componentInstance.sent).toBe(1);
    expect(page.querySelector('kp-error-summary a')?.textContent).toBe('此证件号码已经存在');
    expect(page.querySelector('mat-error')?.textContent).toContain('此证件号码已经存在');
  });

  it('disappears when everything is right', async () => {
    const { page, send, type } = await open();
    await send();
    await type('name', '演示考生');
    await type('number', '1');
    expect(page.querySelector('kp-error-summary [role=alert]')).toBeNull();
  });
});
