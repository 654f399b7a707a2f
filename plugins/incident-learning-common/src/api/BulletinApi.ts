import type {
  Bulletin,
  BulletinFollowing,
  BulletinFollowingInput,
  BulletinQuery,
} from '../bulletins';

/** What can be asked about the weekly learning bulletin. @public */
export interface BulletinApi {
  getBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
    options?: { signal?: AbortSignal },
  ): Promise<Bulletin>;
  /** The bulletin to pass on, as Markdown: what is restricted is left out. */
  exportBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
  ): Promise<string>;
  /** Whose bulletin comes to the caller. */
  getBulletinFollowing(options?: {
    signal?: AbortSignal;
  }): Promise<BulletinFollowing>;
  /** Replaces what was followed before. */
  setBulletinFollowing(
    following: BulletinFollowingInput,
  ): Promise<BulletinFollowing>;
}
