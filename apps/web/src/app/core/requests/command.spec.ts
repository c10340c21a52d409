import { describe, expect, it } from 'vitest';

import { Command } from './command.js';

describe('A command', () => {
  it('keeps its key over a broken connection and takes a new one after an answer', async () => {
    const command = new Command();
    const keys: string[] = [];
    const send = (isBroken: boolean) => (key: string) => {
      keys.push(key);
      return isBroken ? Promise.reject(new Error('offline')) : Promise.resolve('done');
    };
    expect(await command.run(send(true))).toBeUndefined();
    expect(command.failure()).toMatchObject({ key: 'failure.NETWORK' });
    expect(await command.run(send(false))).toBe('done');
    await command.run(send(false));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('takes a new key when something else is meant', async () => {
    const command = new Command();
    const keys: string[] = [];
    for (const phone of ['13800000000', '13900000000']) {
      await command.run((key) => {
        keys.push(key);
        return Promise.reject(new Error('offline'));
      }, phone);
    }
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('runs once at a time', async () => {
    const command = new Command();
    let runs = 0;
    const send = () => {
      runs += 1;
      return Promise.resolve(runs);
    };
    expect(await Promise.all([command.run(send), command.run(send)])).toEqual([1, undefined]);
  });
});
