import type { Knex } from 'knex';
import { whereAny } from '../database';
import type { Follower, FollowerStore } from './FollowerStore';

interface FollowerRow {
  user_ref: string;
  scope: string;
  followed_at: number | string;
  sections: string;
}

/** Keeps them in SQLite or PostgreSQL. */
export class DatabaseFollowerStore implements FollowerStore {
  static create(options: { knex: Knex }): FollowerStore {
    return new DatabaseFollowerStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async scopesOf(userRef: string): Promise<string[]> {
    const rows = await ordered(
      this.knex<FollowerRow>('bulletin_followers').where({ user_ref: userRef }),
    );
    return rows.map(({ scope }) => scope);
  }

  async follow(
    { userRef, sections, scopes }: Follower,
    at: number,
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx('bulletin_followers')
        .where({ user_ref: userRef })
        .whereNotIn('scope', scopes)
        .delete();
      for (const [index, scope] of scopes.entries()) {
        await tx('bulletin_followers')
          .insert({
            user_ref: userRef,
            scope,
            // Later by a moment, so that they stay in order.
            followed_at: at + index,
            sections: JSON.stringify(sections),
          })
          .onConflict(['user_ref', 'scope'])
          .merge(['sections']);
      }
    });
  }

  async waiting(options: {
    week: string;
    before: number;
    after: string;
    limit: number;
  }): Promise<Follower[]> {
    const { week, before, after, limit } = options;
    const users: { user_ref: string }[] = await this.knex('bulletin_followers')
      .distinct('user_ref')
      .where('followed_at', '<', before)
      .where('user_ref', '>', after)
      .whereNotIn(
        'user_ref',
        this.knex('bulletin_deliveries').where({ week }).select('user_ref'),
      )
      .orderBy('user_ref')
      .limit(limit);
    const query = this.knex<FollowerRow>('bulletin_followers').where(
      'followed_at',
      '<',
      before,
    );
    whereAny(
      query,
      'user_ref',
      users.map(row => row.user_ref),
    );
    const rows = await ordered(query);
    return users.map(({ user_ref: userRef }) => {
      const own = rows.filter(row => row.user_ref === userRef);
      return {
        userRef,
        sections: JSON.parse(own[0]?.sections ?? '[]'),
        scopes: own.map(({ scope }) => scope),
      };
    });
  }

  async claim(userRef: string, week: string, at: number): Promise<boolean> {
    const claimed = await this.knex('bulletin_deliveries')
      .insert({ user_ref: userRef, week, claimed_at: at })
      .onConflict(['user_ref', 'week'])
      .ignore()
      .returning('user_ref');
    return claimed.length > 0;
  }

  async release(userRef: string, week: string): Promise<void> {
    await this.knex('bulletin_deliveries')
      .where({ user_ref: userRef, week })
      .delete();
  }

  async forget(before: number): Promise<void> {
    await this.knex('bulletin_deliveries')
      .where('claimed_at', '<', before)
      .delete();
  }
}

function ordered(query: Knex.QueryBuilder): Promise<FollowerRow[]> {
  return query.orderBy([
    { column: 'followed_at' },
    { column: 'scope' },
  ]) as unknown as Promise<FollowerRow[]>;
}
