import type {
  Period,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isoOf, whereAny } from '../../database';
import type { AnniversaryRow } from './LessonTravelStore';

const MAX_ROWS = 200;

/**
 * Lessons of incidents that happened on days that are known, each lesson once a day.
 *
 * @param learned - lessons joined with their incidents, as far as these may be read
 */
export async function lessonsOfGraveIncidents(
  knex: Knex,
  learned: Knex.QueryBuilder,
  periods: Period[],
  severities: Severity[],
): Promise<AnniversaryRow[]> {
  const rows: {
    lesson_id: string;
    id: string;
    title: string;
    severity: Severity;
    period_at: number | string;
    restricted: number | string;
  }[] = await learned
    .where('incidents.drill', false)
    .whereIn('incidents.severity', severities)
    .whereIn('incidents.period_precision', ['exact', 'day'])
    .where(within =>
      periods.forEach(({ from, to }) =>
        within.orWhere(one =>
          one
            .where('incidents.period_at', '>=', from)
            .where('incidents.period_at', '<', to),
        ),
      ),
    )
    .orderBy([
      { column: 'incidents.period_at', order: 'desc' },
      { column: 'lessons.id' },
    ])
    .limit(MAX_ROWS)
    .select(
      'lessons.id as lesson_id',
      'incidents.id',
      'incidents.title',
      'incidents.severity',
      'incidents.period_at',
      knex('incidents as behind')
        .join('review_incidents as links', 'links.incident_id', 'behind.id')
        .whereRaw('links.review_id = lessons.review_id')
        .where('behind.visibility', 'restricted')
        .count('*')
        .as('restricted'),
    );
  const refs = await entitiesOf(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.map(row => ({
    lessonId: row.lesson_id,
    incident: {
      id: row.id,
      title: row.title,
      severity: row.severity,
      at: isoOf(row.period_at),
      entityRefs: refs.get(row.id) ?? [],
    },
    restricted: Number(row.restricted) > 0,
  }));
}

async function entitiesOf(
  knex: Knex,
  ids: string[],
): Promise<Map<string, string[]>> {
  const query = knex('incident_entities')
    .orderBy(['incident_id', 'position'])
    .select('incident_id', 'entity_ref');
  whereAny(query, 'incident_id', ids);
  const refs = new Map<string, string[]>();
  for (const { incident_id, entity_ref } of await query) {
    refs.set(incident_id, [...(refs.get(incident_id) ?? []), entity_ref]);
  }
  return refs;
}
