import { createHash } from 'crypto';
import { LRUCache } from 'lru-cache';

/** Some of a dashboard's scopes and periods. */
const MOST_KEPT = 100;

/**
 * Keeps what was computed from something that is read anew each time: where it is what was read before, so is the
 * result. A change is seen at once, whoever made it.
 */
export class ComputedOnce<T> {
  private readonly results = new LRUCache<string, Promise<T>>({
    max: MOST_KEPT,
  });

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
