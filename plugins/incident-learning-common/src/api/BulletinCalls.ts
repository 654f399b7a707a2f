import {
  Bulletin,
  BulletinFollowing,
  BulletinFollowingInput,
  BulletinQuery,
  bulletinEndpoints,
} from '../bulletins';
import { ActionCalls } from './ActionCalls';
import type { BulletinApi } from './BulletinApi';

/** The calls of `BulletinApi` over HTTP. */
export class BulletinCalls extends ActionCalls implements BulletinApi {
  getBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
    options?: { signal?: AbortSignal },
  ): Promise<Bulletin> {
    return this.call(bulletinEndpoints.get, { query, ...options });
  }

  exportBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
  ): Promise<string> {
    return this.callForText(bulletinEndpoints.get, {
      query: { ...query, format: 'markdown' },
    });
  }

  getBulletinFollowing(options?: {
    signal?: AbortSignal;
  }): Promise<BulletinFollowing> {
    return this.call(bulletinEndpoints.following, { ...options });
  }

  setBulletinFollowing(
    following: BulletinFollowingInput,
  ): Promise<BulletinFollowing> {
    return this.call(bulletinEndpoints.follow, { body: following });
  }
}
