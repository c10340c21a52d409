import DataLoader from 'dataloader';
import { isUnavailable } from './database-errors.js';

/** A batch that takes longer holds nobody back: its connection may be dead. */
const PATIENCE_MILLISECONDS = 100;
const MOST_AT_ONCE = 100;

/**
 * One statement for everybody who asks in the same moment: the rows of a list ask one by one, the
 * database is asked once. While a batch is on its way, whoever asks gathers for the next one, so that
 * requests share statements the more, the busier the server is; alone, a question goes out at once.
 *
 * A question only ever joins a batch that has not gone out, and nothing is kept for later: nobody is
 * answered from before they asked. Nor does one question spoil the answers of others.
 */
export function batched<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  const turns = new Turns();
  const loader = new DataLoader<Key, Value>((keys) => turns.take(() => answers(load, keys)), {
    cache: false,
    maxBatchSize: MOST_AT_ONCE,
    batchScheduleFn: (dispatch) => turns.next(dispatch),
  });
  return (key) => loader.load(key);
}

/** A batch the database refuses is asked again one by one, as long as there is a database. */
async function answers<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  keys: readonly Key[],
): Promise<readonly (Value | Error)[]> {
  try {
    return await load(keys);
  } catch (thrown) {
    if (keys.length === 1 || isUnavailable(thrown)) throw thrown;
    const alone = await Promise.allSettled(keys.map((key) => load([key])));
    return alone.map((one): Value | Error =>
      one.status === 'fulfilled' ? (one.value[0] as Value) : (one.reason as Error),
    );
  }
}

/** Lets one batch go after the other. */
class Turns {
  private isBusy = false;
  private readonly waiting: (() => void)[] = [];

  /** Calls `dispatch`, which takes a turn, as soon as it is its turn. */
  next(dispatch: () => void): void {
    if (this.isBusy) {
      this.waiting.push(dispatch);
      return;
    }
    this.isBusy = true;
    // After everything that came over the network in this moment.
    setImmediate(dispatch);
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    let isOver = false;
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      this.pass();
    };
    const patience = setTimeout(over, PATIENCE_MILLISECONDS);
    try {
      return await work();
    } finally {
      clearTimeout(patience);
      over();
    }
  }

  private pass(): void {
    const dispatch = this.waiting.shift();
    if (dispatch) dispatch();
    else this.isBusy = false;
  }
}
