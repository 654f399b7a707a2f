import type {
  Lesson,
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
  TravelSearch,
} from './LessonTravelStore';
import { lessonsOfGraveIncidents } from './graveIncidents';

/** As many links as are followed of each sort. */
const MAX_LINKS = 20_000;
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
    { access, latest }: TravelSearch,
  ): Promise<LinkRow[]> {
    const { knex } = this;
    const said = knex('lesson_entities as links').select(
      'links.lesson_id',
      'links.entity_ref',
    );
    const applied = knex('lesson_applications as links')
      .leftJoin('actions', 'actions.id', 'links.action_id')
      .where(done =>
        done
          .where('links.mark', 'applied')
          .orWhere(kept =>
            kept
              .where('links.mark', 'planned')
              .where('actions.status', 'verified'),
          ),
      )
      .select('links.lesson_id', 'links.entity_ref');
    const learned = this.learned(access)
      .join('incident_entities as links', 'links.incident_id', 'incidents.id')
      .distinct('lessons.id as lesson_id', 'links.entity_ref');
    const wanted = new Set(entityRefs);
    const ids = await this.latest(latest);
    const found: LinkRow[] = [];
    for (const [link, query, lessonId] of [
      ['applies-to', said, 'links.lesson_id'],
      ['incident', learned, 'lessons.id'],
      ['applied', applied, 'links.lesson_id'],
    ] as const) {
      // By one of the two alone: a database would try every pair of many entities and many lessons.
      if (ids) {
        whereAny(query, lessonId, ids);
      } else {
        whereAny(query, 'links.entity_ref', entityRefs);
      }
      const rows: { lesson_id: string; entity_ref: string }[] =
        await query.limit(MAX_LINKS);
      found.push(
        ...rows
          .map(row => ({
            lessonId: row.lesson_id,
            entityRef: row.entity_ref,
            link,
          }))
          .filter(({ entityRef }) => wanted.has(entityRef)),
      );
    }
    return found;
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
      )
      .limit(MAX_LINKS);
    return rows.map(row => ({
      lessonId: row.id,
      category: row.category,
      attackVector: row.attack_vector,
      entityRef: row.entity_ref ?? undefined,
    }));
  }

  async tagged(
    tags: string[],
    { latest }: Pick<TravelSearch, 'latest'>,
  ): Promise<{ lessonId: string; tag: string }[]> {
    const { knex } = this;
    const folded = knex('lesson_tags')
      .select('lesson_id', knex.raw('lower(tag) as tag'))
      .as('folded');
    const query = knex(folded).distinct('folded.lesson_id', 'folded.tag');
    whereAny(
      query,
      'folded.tag',
      tags.map(tag => tag.toLocaleLowerCase('en-US')),
    );
    const ids = await this.latest(latest);
    if (ids) {
      whereAny(query, 'folded.lesson_id', ids);
    }
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

  /** The ids of so many of the latest lessons; of none without a number. */
  private async latest(count?: number): Promise<string[] | undefined> {
    return count === undefined
      ? undefined
      : this.knex('lessons')
          .orderBy('dated_at', 'desc')
          .limit(count)
          .pluck('id');
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
