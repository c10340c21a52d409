import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { type PhotoCheckRow, PhotoChecks } from './photo-checks.js';

const row = (check: string, good: boolean): PhotoCheckRow => ({
  check,
  name: `name ${check}`,
  good,
  figure: '42',
  wanted: '≥ 80',
  message: `says ${check}`,
});

describe('The checks of a photo', () => {
  it('show every check with its figure and its sentence, good ones too', async () => {
    TestBed.configureTestingModule({ providers: [provideKeysAsTexts()] });
    const fixture = TestBed.createComponent(PhotoChecks);
    fixture.componentRef.setInput('checks', [row('SHARPNESS', false), row('PIXELS', true)]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const lines = [...page.querySelectorAll('li')];
    expect(lines.map((line) => line.classList.contains('doubt'))).toEqual([true, false]);
    expect(lines[0]?.textContent).toContain('42');
    expect(lines[1]?.textContent).toContain('says PIXELS');
    expect(page.querySelector('p')?.textContent).toContain('ui.photoChecks.doubts');
  });
});
