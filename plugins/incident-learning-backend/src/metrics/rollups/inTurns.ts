import { setImmediate } from 'timers/promises';

/** Runs something for each item, and lets others have their turn after so many. */
export async function inTurns<T>(
  items: T[],
  run: (item: T) => void,
  atOnce: number,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    run(item);
    if (index % atOnce === atOnce - 1) {
      await setImmediate();
    }
  }
}
