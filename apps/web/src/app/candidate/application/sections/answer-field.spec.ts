import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { applicationType } from '@kaopu/domain';
import { ErrorSummary, FormAttempt, provideFormAttempt } from '@kaopu/web-ui';
import { afterEach, describe, expect, it } from 'vitest';

import { provideTexts } from '../../../../testing/texts.js';
import { AnswerField } from './answer-field.js';
import { type AnswerRow, emptyRow } from './row-kinds.js';
import { WorkRows } from './work-rows.js';

const DECLARED = applicationType('testing-initial').fields;
/** One field of the declaration for every kind of control. */
const IDS = {
  integer: 'workYears',
  date: 'visionExamDate',
  radios: 'deliveryMethod',
  list: 'nearVisionLeft',
  multiline: 'remark',
  text: 'lowerCertificateNo',
} as const;
const WRONG = '请改正';

@Component({
  selector: 'app-test-section',
  imports: [AnswerField, ErrorSummary, FormRoot, WorkRows],
  providers: [provideFormAttempt()],
  template: `
    <kp-error-summary [form]="form" />
    <form [formRoot]="form">
      @for (declared of declarations; track declared.id) {
        @let field = form.texts[declared.id];
        @if (field) {
          <app-answer-field [declaration]="declared" [field]="field" />
        }
      }
      <app-work-rows fieldId="workRecords" [field]="form.rows" />
      <button type="submit">继续</button>
    </form>
  `,
})
class TestSection {
  readonly right = signal(false);
  protected readonly declarations = DECLARED.filter(({ id }) =>
    Object.values<string>(IDS).includes(id),
  );
  private readonly model = signal<{ texts: Record<string, string>; rows: AnswerRow[] }>({
    texts: Object.fromEntries(this.declarations.map(({ id }) => [id, ''])),
    rows: [emptyRow('workRecords')],
  });
  protected readonly form = form(
    this.model,
    (path) => {
      for (const { id } of this.declarations) {
        const answer = path.texts[id];
        if (answer) {
          validate(answer, () => this.verdict());
        }
      }
      validate(path.rows, () => this.verdict());
    },
    { submission: inject(FormAttempt).submission(() => Promise.resolve(undefined)) },
  );

  private verdict() {
    return this.right() ? undefined : { kind: 'test', message: WRONG };
  }
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const fixture = TestBed.createComponent(TestSection);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const settle = async () => {
    await fixture.whenStable();
    await fixture.whenStable();
  };
  return {
    page,
    send: async () => {
      page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
      await settle();
    },
    correct: async () => {
      fixture.componentInstance.right.set(true);
      await settle();
    },
  };
}

/** The controls of a field, or the group that stands for them. */
function controlOf(page: HTMLElement, id: string): Element {
  const field = [...page.querySelectorAll('app-answer-field')].find(
    (one) => one.querySelector(`#answer-${id}, #answer-${id}-error`) !== null,
  );
  const control = field?.querySelector('fieldset, input[type=text], select, textarea');
  if (!control) {
    throw new Error(`No control for ${id}`);
  }
  return control;
}

function descriptionOf(control: Element): string {
  return (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
    .join(' ');
}

describe.each(Object.entries(IDS))('An answer typed as %s', (kind, id) => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is marked and described once the section could not be finished, until it is right', async () => {
    const { correct, page, send } = await open();
    expect(descriptionOf(controlOf(page, id))).not.toContain(WRONG);
    await send();
    expect(descriptionOf(controlOf(page, id))).toContain(WRONG);
    if (kind !== 'radios') {
      expect(controlOf(page, id).getAttribute('aria-invalid')).toBe('true');
    }
    await correct();
    expect(descriptionOf(controlOf(page, id))).not.toContain(WRONG);
    expect(controlOf(page, id).getAttribute('aria-invalid')).not.toBe('true');
  });
});

describe('A work record', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is described as a group, and each date by its own sentence', async () => {
    const { correct, page, send } = await open();
    await send();
    const [group] = page.querySelectorAll('app-answer-rows');
    expect(group && descriptionOf(group)).toContain(WRONG);
    await correct();
    expect(group && descriptionOf(group)).not.toContain(WRONG);
    const box = group?.querySelector<HTMLInputElement>('input[type=text]');
    if (box) {
      box.value = '2020-02-30';
      box.dispatchEvent(new Event('input'));
    }
    await send();
    expect(box?.getAttribute('aria-invalid')).toBe('true');
    expect(box && descriptionOf(box)).toContain('日期');
  });
});
