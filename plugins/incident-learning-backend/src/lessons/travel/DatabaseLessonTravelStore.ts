import type {
  Lesson,
  LessonLink,
  Period,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../../access';
import { isoOf, whereAny } from '../../database';
import { applyLessonAccess } from '../lessonFilters';
import { readLessons, whereInForce } from '../readLessons';
import type {
  AnniversaryRow,
  LessonTravelStore,
  LinkRow,
  PatternRow,
  Rankable,
} from './LessonTravelStore';
import { lessonsOfGraveIncidents } from './graveIncidents';

/** As many patterns of an entity's incidents as are looked for elsewhere, the latest first. */
const MAX_PATTERNS = 50;

/** Finds lessons in SQLite or PostgreSQL. */
export class DatabaseLessonTravelStore implements LessonTravelStore {
  static create(options: { knex: Knex }): LessonTravelStore {
    return new DatabaseLessonTravelStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async linkedTo(
    entityRefs: string[],
    access: AccessFilter,
  ): Promise<LinkRow[]> {
    const { knex } = this;
    const said = knex('lesson_entities').select('lesson_id', 'entity_ref');
    whereAny(said, 'entity_ref', entityRefs);
    const applied = knex('lesson_applications')
      .leftJoin('actions', 'actions.id', 'lesson_applications.action_id')
      .where(done =>
        done
          .where('lesson_applications.mark', 'applied')
          .orWhere(kept =>
            kept
              .where('lesson_applications.mark', 'planned')
              .where('actions.status', 'verified'),
          ),
      )
      .select(
        'lesson_applications.lesson_id as lesson_id',
        'lesson_applications.entity_ref as entity_ref',
      );
    whereAny(applied, 'lesson_applications.entity_ref', entityRefs);
    const learned = this.learned(access)
      .join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      )
      .distinct('lessons.id as lesson_id', 'incident_entities.entity_ref');
    whereAny(learned, 'incident_entities.entity_ref', entityRefs);
    return [
      ...(await links(said, 'applies-to')),
      ...(await links(learned, 'incident')),
      ...(await links(applied, 'applied')),
    ];
  }

  async ofPatternsAt(
    entityRef: string,
    access: AccessFilter,
  ): Promise<PatternRow[]> {
    const { knex } = this;
    const touching = () =>
      knex('incident_entities')
        .select('incident_id')
        .where({ entity_ref: entityRef });
    const patterns: { category: string; attack_vector: string }[] =
      await applyAccess(
        knex('incidents')
          .whereIn('incidents.id', touching())
          .where('incidents.drill', false)
          .whereRaw("lower(incidents.category) <> 'unknown'")
          .whereRaw("lower(incidents.attack_vector) <> 'unknown'"),
        access,
      )
        .groupBy('incidents.category', 'incidents.attack_vector')
        .orderByRaw('max(incidents.period_at) desc')
        .limit(MAX_PATTERNS)
        .select('incidents.category', 'incidents.attack_vector');
    if (patterns.length === 0) {
      return [];
    }
    const rows = await this.learned(access)
      .whereIn(
        ['incidents.category', 'incidents.attack_vector'],
        patterns.map(row => [row.category, row.attack_vector]),
      )
      .whereNotIn('incidents.id', touching())
      .leftJoin('incident_entities', primary =>
        primary
          .on('incident_entities.incident_id', 'incidents.id')
          .andOnVal('incident_entities.position', 0),
      )
      .distinct(
        'lessons.id',
        'incidents.category',
        'incidents.attack_vector',
        'incident_entities.entity_ref',
      );
    return rows.map(row => ({
      lessonId: row.id,
      category: row.category,
      attackVector: row.attack_vector,
      entityRef: row.entity_ref ?? undefined,
    }));
  }

  async tagged(tags: string[]): Promise<{ lessonId: string; tag: string }[]> {
    const { knex } = this;
    const folded = knex('lesson_tags')
      .select('lesson_id', knex.raw('lower(tag) as tag'))
      .as('folded');
    const query = knex(folded).distinct('lesson_id', 'tag');
    whereAny(
      query,
      'tag',
      tags.map(tag => tag.toLocaleLowerCase('en-US')),
    );
    const rows = await query;
    return rows.map(({ lesson_id, tag }) => ({ lessonId: lesson_id, tag }));
  }

  async ofIncidents(
    ids: string[],
    access: AccessFilter,
  ): Promise<{ lessonId: string; incidentId: string }[]> {
    const query = this.learned(access).distinct(
      'lessons.id as lesson_id',
      'incidents.id as incident_id',
    );
    whereAny(query, 'incidents.id', ids);
    const rows = await query;
    return rows.map(row => ({
      lessonId: row.lesson_id,
      incidentId: row.incident_id,
    }));
  }

  async rankable(ids: string[], access: AccessFilter): Promise<Rankable[]> {
    const query = applyLessonAccess(
      this.knex,
      whereInForce(this.knex('lessons')),
      access,
    ).select('lessons.id', 'lessons.priority', 'lessons.dated_at');
    whereAny(query, 'lessons.id', ids);
    const rows = await query;
    return rows.map(({ id, priority, dated_at }) => ({
      id,
      priority,
      at: isoOf(dated_at),
    }));
  }

  read(ids: string[], access: AccessFilter): Promise<Map<string, Lesson>> {
    return readLessons(this.knex, ids, access);
  }

  anniversaries(
    periods: Period[],
    severities: Severity[],
    access: AccessFilter,
  ): Promise<AnniversaryRow[]> {
    const query = this.learned(access);
    return lessonsOfGraveIncidents(this.knex, query, periods, severities);
  }

  /** Published lessons with the incidents that they came out of, as far as the caller may read these. */
  private learned(access: AccessFilter): Knex.QueryBuilder {
    const query = this.knex('lessons')
      .join(
        'review_incidents',
        'review_incidents.review_id',
        'lessons.review_id',
      )
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .whereNotNull('lessons.published_at');
    return applyAccess(query, access);
  }
}

async function links(
  query: Knex.QueryBuilder,
  link: LessonLink,
): Promise<LinkRow[]> {
  const rows: { lesson_id: string; entity_ref: string }[] = await query;
  return rows.map(row => ({
    lessonId: row.lesson_id,
    entityRef: row.entity_ref,
    link,
  }));
}
