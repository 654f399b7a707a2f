import type {
  FacilitatorRecord,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { optionalIso, whereAny } from '../database';
import { ReviewNeed, whereReviewNeeded } from '../incidents/incidentFilters';
import { IncidentRow, fromRow } from '../incidents/incidentRows';
import type { IncidentReview, ReviewNeedStore } from './ReviewNeedStore';

/** Finds what has to be reviewed in SQLite or PostgreSQL. */
export class DatabaseReviewNeedStore implements ReviewNeedStore {
  static create(options: { knex: Knex }): ReviewNeedStore {
    return new DatabaseReviewNeedStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async unreviewed(options: {
    need: ReviewNeed;
    since: number;
    until: number;
    limit: number;
    incidentIds?: string[];
  }): Promise<Incident[]> {
    const query = this.knex<IncidentRow>('incidents')
      .whereIn('status', ['resolved', 'closed'])
      .where(needed => whereReviewNeeded(needed, options.need))
      .whereBetween('ended_at', [options.since, options.until])
      .whereNotExists(
        this.knex('review_incidents')
          .select('review_id')
          .whereRaw('review_incidents.incident_id = incidents.id'),
      )
      .orderBy([{ column: 'ended_at' }, { column: 'id' }])
      .limit(options.limit);
    if (options.incidentIds) {
      query.whereIn('incidents.id', options.incidentIds);
    }
    return (await query).map(fromRow);
  }

  async reviewsOf(incidentIds: string[]): Promise<IncidentReview[]> {
    const query = this.knex('review_incidents')
      .join('reviews', 'reviews.id', 'review_incidents.review_id')
      .orderBy([
        { column: 'reviews.created_at', order: 'desc' },
        { column: 'reviews.id', order: 'desc' },
      ])
      .select('incident_id', 'review_id', 'state', 'published_version');
    whereAny(query, 'review_incidents.incident_id', incidentIds);
    return (await query).map(row => ({
      incidentId: row.incident_id,
      reviewId: row.review_id,
      state: row.state,
      publishedVersion: row.published_version ?? undefined,
    }));
  }

  async facilitatorRecords(entityRefs: string[]): Promise<FacilitatorRecord[]> {
    const query = this.knex('reviews')
      .whereNot('state', 'cancelled')
      .groupBy('facilitator')
      .select(
        'facilitator',
        this.knex.raw('count(*) as reviews'),
        this.knex.raw('max(coalesce(scheduled_for, created_at)) as last_at'),
      );
    whereAny(query, 'facilitator', entityRefs);
    const rows: {
      facilitator: string;
      reviews: number | string;
      last_at: number | string;
    }[] = await query;
    const byRef = new Map(rows.map(row => [row.facilitator, row]));
    return entityRefs.map(entityRef => {
      const row = byRef.get(entityRef);
      return {
        entityRef,
        reviews: Number(row?.reviews ?? 0),
        lastAt: optionalIso(row?.last_at),
      };
    });
  }
}
