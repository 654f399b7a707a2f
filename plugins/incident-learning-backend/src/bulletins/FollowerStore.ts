import type { BulletinSectionId } from '@hindsight/backstage-plugin-incident-learning-common';

/** Somebody to whom the bulletin of a week is due. */
export interface Follower {
  userRef: string;
  /** What the person could read when they last said what to follow. */
  sections: BulletinSectionId[];
  /** In the order in which they were followed. */
  scopes: string[];
}

/** Keeps who follows which bulletin, and what was sent. */
export interface FollowerStore {
  scopesOf(userRef: string): Promise<string[]>;
  /** Replaces what the person followed; what they followed already stays since when they did. */
  follow(follower: Follower, at: number): Promise<void>;
  /**
   * Those who followed before a time and to whom the bulletin of a week was not sent, by name.
   *
   * @param after - the user ref to go on behind
   */
  waiting(options: {
    week: string;
    before: number;
    after: string;
    limit: number;
  }): Promise<Follower[]>;
  /** Takes the delivery upon oneself: of several replicas, one gets it. */
  claim(userRef: string, week: string, at: number): Promise<boolean>;
  /** Gives it back, after it has failed. */
  release(userRef: string, week: string): Promise<void>;
  /** Forgets deliveries from before a time. */
  forget(before: number): Promise<void>;
}
