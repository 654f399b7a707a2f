import type { Knex } from 'knex';

/** After more writes than that, as after an import, the next look at everything finds what they have changed. */
const MAX_CHANGED = 2_000;

/** The primary entities of incidents whose actions have changed since. */
export async function entitiesOfChangedActions(
  knex: Knex,
  since: number,
): Promise<string[]> {
  const own = knex('actions')
    .where('updated_at', '>=', since)
    .whereNotNull('incident_id')
    .select('incident_id');
  const ofReviews = knex('actions')
    .join('review_incidents as ri', 'ri.review_id', 'actions.review_id')
    .where('actions.updated_at', '>=', since)
    .select('ri.incident_id');
  const rows: { entity_ref: string }[] = await knex('incident_entities')
    .where('position', 0)
    .whereIn('incident_id', own.union(ofReviews))
    .distinct('entity_ref');
  return rows.map(row => row.entity_ref);
}

/** Incidents that have happened before more or less often since: one came in late, or a person has judged. */
export async function changedRepeats(
  knex: Knex,
  since: number,
): Promise<string[]> {
  const limit = MAX_CHANGED;
  const rows: Record<string, string | null>[] = await successorsOfChanged(
    knex,
    { since, limit },
  );
  const judged: { incident_id: string }[] = await knex(
    'incident_repeat_verdicts',
  )
    .where('at', '>=', since)
    .select('incident_id');
  return [
    ...rows.flatMap(row => Object.values(row)),
    ...judged.map(row => row.incident_id),
  ].flatMap(id => id ?? []);
}

/** As many earlier incidents as count; so many later ones can a write have changed. */
const SUCCESSORS = [0, 1, 2];

/**
 * The incidents whose count of repeats the writes since a time can have changed: the next few of the same signature.
 *
 * @param limit - of writes to look at
 */
function successorsOfChanged(
  knex: Knex,
  { since, limit }: { since: number; limit: number },
): Knex.QueryBuilder {
  const next = (offset: number) =>
    knex.raw(
      `(select n.id from incidents n
        where n.repeat_key = changed.repeat_key
          and (n.period_at, n.repeat_order, n.id) > (changed.period_at, changed.repeat_order, changed.id)
        order by n.period_at, n.repeat_order, n.id limit 1 offset ${offset}) as next_${offset}`,
    );
  return knex('incidents as changed')
    .where('changed.updated_at', '>=', since)
    .whereNotNull('changed.repeat_key')
    .orderBy('changed.updated_at')
    .limit(limit)
    .select(SUCCESSORS.map(next));
}
