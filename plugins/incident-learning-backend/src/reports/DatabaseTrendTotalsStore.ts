import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { whereAmong } from '../database';
import {
  MetricsSelection,
  countedIncidents,
  selectionSlices,
  sliceSize,
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
    const { knex } = this;
    const slices = selectionSlices(knex, selection, sliceSize(knex));
    for await (const slice of slices) {
      const rows: {
        kind: IncidentKind;
        category: string | null;
        assigned: number;
        count: number | string;
      }[] = await countedIncidents(knex, slice)
        .groupBy('incidents.kind', 'incidents.category')
        .groupByRaw(assigned)
        .select(
          'incidents.kind',
          'incidents.category',
          knex.raw(`${assigned} as assigned`),
          knex.raw('count(*) as count'),
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
      // Lesson by lesson: PostgreSQL would otherwise go through all that the scope's entities ever had.
      .whereRaw('(?) = 1', [this.about('lessons.review_id', selection)])
      .count('* as lessons');
    return Number(lessons);
  }

  /** One for a review about an incident of the scope that the caller may read; of any time, drills aside. */
  private about(
    reviewColumn: string,
    { access, scope }: MetricsSelection,
  ): Knex.QueryBuilder {
    const query = this.knex('review_incidents')
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .where('incidents.drill', false)
      .whereRaw('review_incidents.review_id = ??', [reviewColumn])
      .select(this.knex.raw('1'))
      .limit(1);
    if (scope.kind === 'entities') {
      query.join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      );
      whereAmong(query, 'incident_entities.entity_ref', scope.entityRefs);
    }
    return applyAccess(query, access);
  }
}
