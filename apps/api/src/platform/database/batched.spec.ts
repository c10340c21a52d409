import { describe, expect, it } from 'vitest';
import { batched } from './batched.js';

/** A database that answers when told to, and writes down what it was asked together. */
class SlowDatabase {
  readonly asked: (readonly string[])[] = [];
  private readonly answers: (() => void)[] = [];

  readonly load = async (keys: readonly string[]): Promise<string[]> => {
    this.asked.push(keys);
    await new Promise<void>((resolve) => this.answers.push(resolve));
    return keys.map((key) => key.toUpperCase());
  };

  async answer(): Promise<void> {
    this.answers.shift()?.();
    await settled();
  }
}

/** Everything that can go on without the database has gone on. */
const settled = (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a batch', () => {
  it('asks once for everybody who asks in the same moment, and answers each', async () => {
    const database = new SlowDatabase();
    const ask = batched(database.load);
    const answers = Promise.all([ask('a'), ask('b')]);
    await settled();
    await database.answer();
    expect(await answers).toEqual(['A', 'B']);
    expect(database.asked).toEqual([['a', 'b']]);
  });

  it('gathers whoever asks while one is on its way, and never joins that one', async () => {
    const database = new SlowDatabase();
    const ask = batched(database.load);
    const first = ask('a');
    await settled();
    const others = Promise.all([ask('a'), ask('b')]);
    await settled();
    expect(database.asked).toEqual([['a']]);
    await database.answer();
    expect(database.asked).toEqual([['a'], ['a', 'b']]);
    await database.answer();
    expect(await Promise.all([first, others])).toEqual(['A', ['A', 'B']]);
  });

  it('keeps nothing: asked again, the database is asked again', async () => {
    const asked: string[] = [];
    const ask = batched((keys: readonly string[]) => {
      asked.push(...keys);
      return Promise.resolve(keys);
    });
    await ask('a');
    await ask('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('that the database refuses is asked again one by one, so that one question spoils no other', async () => {
    const ask = batched((keys: readonly string[]) =>
      keys.includes('bad') ? Promise.reject(new Error('refused')) : Promise.resolve(keys),
    );
    const [good, bad] = await Promise.allSettled([ask('good'), ask('bad')]);
    expect(good).toEqual({ status: 'fulfilled', value: 'good' });
    expect(bad.status).toBe('rejected');
  });

  it('is not asked again where there is no database', async () => {
    let asked = 0;
    const ask = batched(() => {
      asked += 1;
      return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    });
    const answers = await Promise.allSettled([ask('a'), ask('b')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked).toBe(1);
  });

  it('that never comes home holds the next one back for a moment only', async () => {
    const database = new SlowDatabase();
    const ask = batched(database.load);
    void ask('lost');
    await settled();
    void ask('b');
    await settled();
    expect(database.asked).toEqual([['lost']]);
    await expect.poll(() => database.asked).toEqual([['lost'], ['b']]);
  });

  it('lets the next one go after one that failed', async () => {
    let isDown = true;
    const ask = batched((keys: readonly string[]) =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve(keys),
    );
    await expect(ask('a')).rejects.toThrow('down');
    isDown = false;
    expect(await ask('b')).toBe('b');
  });
});
