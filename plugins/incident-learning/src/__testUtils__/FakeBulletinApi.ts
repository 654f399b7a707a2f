import {
  Bulletin,
  BulletinApi,
  BulletinFollowing,
  BulletinFollowingInput,
  BulletinQuery,
  bulletinQuerySchema,
  followingInputSchema,
  periodOfWeek,
  renderBulletinMarkdown,
  shiftWeek,
  weekOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeTrackerApi } from './FakeTrackerApi';

/** Bulletins that a test has written, by their week; of other weeks an empty one. */
export class FakeBulletinApi extends FakeTrackerApi implements BulletinApi {
  readonly bulletins: Record<string, Partial<Bulletin>> = {};
  private followed: string[] = [];

  async getBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
  ): Promise<Bulletin> {
    const { scope, ...asked } = await this.parse(bulletinQuerySchema, query);
    const currentWeek = weekOf(Date.parse(this.now));
    const week = asked.week ?? shiftWeek(currentWeek, -1);
    const { from, to } = periodOfWeek(week);
    const none = { count: 0, items: [] };
    return {
      week,
      currentWeek,
      scope,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      timeZone: 'UTC',
      generatedAt: this.now,
      lessons: none,
      reviews: none,
      verified: none,
      overdue: none,
      patterns: none,
      ...this.bulletins[week],
    };
  }

  async exportBulletin(
    query: Partial<Omit<BulletinQuery, 'format'>>,
  ): Promise<string> {
    return renderBulletinMarkdown(await this.getBulletin(query));
  }

  async getBulletinFollowing(): Promise<BulletinFollowing> {
    await this.failIfAsked();
    return {
      scopes: this.followed,
      delivery: { day: 'monday', hour: 8, timeZone: 'UTC' },
    };
  }

  async setBulletinFollowing(
    following: BulletinFollowingInput,
  ): Promise<BulletinFollowing> {
    const { scopes } = await this.parse(followingInputSchema, following);
    this.followed = scopes;
    return this.getBulletinFollowing();
  }
}
