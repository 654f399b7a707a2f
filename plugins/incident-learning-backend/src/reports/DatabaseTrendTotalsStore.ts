import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { applyScope } from '../incidents';
import {
  MetricsSelection,
  countedIncidents,
  sliceSize,
  slicesOf,
} from '../metrics';
import type { IncidentCount, TrendTotalsStore } from './TrendTotalsStore';

/** Counts in SQLite or PostgreSQL. */
export class DatabaseTrendTotalsStore implements TrendTotalsStore {
  static create(options: { knex: Knex }): TrendTotalsStore {
    return new DatabaseTrendTotalsStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async incidents(selection: MetricsSelection): Promise<IncidentCount[]> {
    const assigned =
      'case when incidents.primary_entity_ref is null then 0 else 1 end';
    const counts: IncidentCount[] = [];
    const counted = () => countedIncidents(this.knex, selection);
    for await (const within of slicesOf(counted(), sliceSize(this.knex))) {
      const rows: {
        kind: IncidentKind;
        category: string | null;
        assigned: number;
        count: number | string;
      }[] = await within(counted())
        .groupBy('incidents.kind', 'incidents.category')
        .groupByRaw(assigned)
        .select(
          'incidents.kind',
          'incidents.category',
          this.knex.raw(`${assigned} as assigned`),
          this.knex.raw('count(*) as count'),
        );
      counts.push(
        ...rows.map(row => ({
          kind: row.kind,
          category: row.category ?? undefined,
          assigned: row.assigned === 1,
          count: Number(row.count),
        })),
      );
    }
    return counts;
  }

  async lessons(selection: MetricsSelection): Promise<number> {
    const [{ lessons }] = await this.knex('lessons')
      .where('lessons.published_at', '>=', selection.period.from)
      .where('lessons.published_at', '<', selection.period.to)
      .whereExists(this.about('lessons.review_id', selection))
      .count('* as lessons');
    return Number(lessons);
  }

  /** Incidents of the scope that a review is about and the caller may read; of any time, drills aside. */
  private about(
    reviewColumn: string,
    { access, scope }: MetricsSelection,
  ): Knex.QueryBuilder {
    const query = this.knex('review_incidents')
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .where('incidents.drill', false)
      .whereRaw('review_incidents.review_id = ??', [reviewColumn])
      .select('review_incidents.incident_id');
    return applyScope(applyAccess(query, access), scope);
  }
}
