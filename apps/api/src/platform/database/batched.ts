import DataLoader from 'dataloader';

/**
 * One read for everybody who asks in the same moment: the rows of a list ask one by one, the database
 * is asked once. Nothing is kept for later, so nobody ever sees an old answer.
 */
export function batched<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  const loader = new DataLoader<Key, Value>(load, { cache: false });
  return (key) => loader.load(key);
}
