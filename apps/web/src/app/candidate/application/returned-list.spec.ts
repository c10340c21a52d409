import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { provideTexts } from '../../../testing/texts.js';
import { ReturnedList } from './returned-list.js';

const objection = (target: string) => ({
  targetKind: 'FIELD' as const,
  target,
  ok: false,
  reasonCode: 'FIELD_WRONG',
  reasonText: '此项填写有误，请按备注修改',
  note: null,
  stale: false,
});

function linksFor(...targets: readonly string[]): string[] {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideTexts()] });
  const fixture = TestBed.createComponent(ReturnedList);
  fixture.componentRef.setInput('application', {
    id: 'a1',
    type: 'testing-initial',
    verdicts: targets.map(objection),
    slots: [],
    returnDueAt: null,
  });
  fixture.detectChanges();
  const page: HTMLElement = fixture.nativeElement;
  return [...page.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
}

describe('What a returned candidate has to correct', () => {
  it('leads to the section of the application where it was typed', () => {
    expect(linksFor('workYears')).toEqual(['/applications/a1/work']);
  });

  it('leads to the profile for what the application copies from there', () => {
    expect(linksFor('name', 'major', 'employer', 'phone')).toEqual([
      '/profile/identity',
      '/profile/education',
      '/profile/employer',
      '/profile/phone',
    ]);
  });
});
