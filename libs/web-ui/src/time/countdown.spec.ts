import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { provideKeysAsTexts } from '../testing/keys-as-texts.js';
import { Countdown } from './countdown.js';
import { CURRENT_TIME } from './current-time.js';

describe('A countdown', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows minutes and seconds and tells once when the time is up', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let now = new Date('2026-11-24T02:00:00Z');
    TestBed.configureTestingModule({
      providers: [provideKeysAsTexts(), { provide: CURRENT_TIME, useValue: () => now }],
    });
    const fixture = TestBed.createComponent(Countdown);
    let ends = 0;
    fixture.componentInstance.timeUp.subscribe(() => (ends += 1));
    fixture.componentRef.setInput('until', new Date('2026-11-24T02:05:00Z'));
    await fixture.whenStable();
    const timer = (fixture.nativeElement as HTMLElement).querySelector('[role=timer]');
    expect(timer?.textContent.trim()).toBe('05:00');

    now = new Date('2026-11-24T02:00:01Z');
    await vi.advanceTimersByTimeAsync(1000);
    await fixture.whenStable();
    expect(timer?.textContent.trim()).toBe('04:59');

    now = new Date('2026-11-24T02:05:00Z');
    await vi.advanceTimersByTimeAsync(3000);
    expect(ends).toBe(1);
  });
});
