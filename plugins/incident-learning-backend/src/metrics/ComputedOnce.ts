import { createHash } from 'crypto';
import { LRUCache } from 'lru-cache';

/** What is written past the plugin, by hand or from a backup, is seen after so long. */
const MOST_MS = 10 * 60_000;

/**
 * Keeps what was computed from something whose version is read each time: where that is the one of before, so is the
 * result. A change is seen at once, whoever made it through this plugin.
 */
export class ComputedOnce<T> {
  private readonly results: LRUCache<string, Promise<T>>;

  /** @param most - how many results are kept */
  constructor(most: number) {
    this.results = new LRUCache({ max: most, ttl: MOST_MS });
  }

  /** @param content - all that the result depends on */
  get(content: unknown, compute: () => Promise<T>): Promise<T> {
    const key = createHash('sha1')
      .update(JSON.stringify(content))
      .digest('base64');
    const known = this.results.get(key);
    if (known) {
      return known;
    }
    const result = compute();
    this.results.set(key, result);
    result.catch(() => this.results.delete(key));
    return result;
  }
}
