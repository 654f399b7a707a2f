import { FakeTrendApi } from './FakeTrendApi';
import { SAMPLE_USER } from './ReviewMemory';
import { responseError } from './responseError';

export interface Stored {
  id: string;
  revision: number;
}

/** How records of any kind are kept in memory. */
export class FakeRecords extends FakeTrendApi {
  /** What is stored, as long as it is still at the revision. */
  protected async at<T extends Stored>(
    all: Map<string, T>,
    id: string,
    revision?: number,
  ): Promise<T> {
    await this.failIfAsked();
    const current = all.get(id);
    if (!current) {
      throw await responseError(404, 'NotFoundError', `Nothing at ${id}`);
    }
    if (revision !== undefined && current.revision !== revision) {
      throw await this.stale(current);
    }
    return current;
  }

  protected stale(current: object): Promise<Error> {
    return responseError(
      412,
      'PreconditionFailedError',
      'Somebody else was faster',
      { current },
    );
  }

  protected stamp(name: string, all: Map<string, Stored>) {
    return {
      id: `${name}-${all.size + 1}`,
      revision: 1,
      createdAt: this.now,
      updatedAt: this.now,
      createdBy: SAMPLE_USER,
    };
  }
}

export function put<T extends Stored>(all: Map<string, T>, value: T): T {
  all.set(value.id, value);
  return value;
}

export function isOf(reviewId: string | undefined, wanted: string | undefined) {
  return wanted === undefined || reviewId === wanted;
}
