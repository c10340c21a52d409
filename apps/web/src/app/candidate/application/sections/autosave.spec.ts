import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Autosave, AUTOSAVE_DELAY, type SaveOutcome } from './autosave.js';

interface Sent {
  readonly change: string;
  readonly key: string;
}

function autosaveWith(answers: (() => Promise<SaveOutcome>)[]) {
  const sent: Sent[] = [];
  const autosave = new Autosave<string>((change, key) => {
    sent.push({ change, key });
    const answer = answers.shift();
    return answer ? answer() : Promise.resolve('saved');
  });
  return { autosave, sent };
}

describe('Autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends the newest change once, after a pause in typing', async () => {
    const { autosave, sent } = autosaveWith([]);
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY - 1);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(({ change }) => change)).toEqual(['ab']);
    expect(autosave.state()).toBe('saved');
    expect(autosave.unsaved).toBe(false);
  });

  it('sends at once when the page is left', async () => {
    const { autosave, sent } = autosaveWith([]);
    autosave.change('a');
    await expect(autosave.flush()).resolves.toBe(true);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    expect(sent).toHaveLength(1);
  });

  it('keeps what is typed during a save and sends it afterwards', async () => {
    let answer: (outcome: SaveOutcome) => void = () => undefined;
    const slow = () =>
      new Promise<SaveOutcome>((resolve) => {
        answer = resolve;
      });
    const { autosave, sent } = autosaveWith([slow]);
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY * 2);
    expect(sent).toHaveLength(1);
    answer('saved');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    expect(sent.map(({ change }) => change)).toEqual(['a', 'ab']);
    expect(autosave.unsaved).toBe(false);
  });

  it('repeats an unanswered save with the same key, and a new content with a new one', async () => {
    const broken = () => Promise.reject(new Error('no connection'));
    const { autosave, sent } = autosaveWith([broken, broken]);
    autosave.change('a');
    await expect(autosave.flush()).resolves.toBe(false);
    expect(autosave.state()).toBe('failed');
    await autosave.flush();
    autosave.change('ab');
    await autosave.flush();
    const keys = sent.map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(autosave.unsaved).toBe(false);
  });

  it('sends nothing more after a conflict until the person has decided', async () => {
    const { autosave, sent } = autosaveWith([() => Promise.resolve('conflict')]);
    autosave.change('a');
    await autosave.flush();
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY * 2);
    await autosave.flush();
    expect(sent).toHaveLength(1);
    expect(autosave.unsaved).toBe(true);
    autosave.resume();
    await autosave.flush();
    expect(sent.map(({ change }) => change)).toEqual(['a', 'ab']);
  });

  it('forgets a change that was typed back', async () => {
    const { autosave, sent } = autosaveWith([]);
    autosave.change('a');
    autosave.clear();
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    expect(sent).toEqual([]);
    expect(autosave.state()).toBe('idle');
  });
});
