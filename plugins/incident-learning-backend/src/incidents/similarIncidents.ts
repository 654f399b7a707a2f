import {
  Incident,
  SimilarIncident,
  similarityReasons,
  tellingWords,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { isPostgres, whereAny } from '../database';
import { IncidentRow, StoredIncident, fromRow } from './incidentRows';

/** As many as one way of being alike brings in. */
const LIMIT = 20;
/** As many as are told. */
const MAX_SIMILAR = 40;
/** As many words of a title as are looked for: each two of them together. */
const MAX_WORDS = 5;

type Relation = SimilarIncident['relation'];
type Narrow = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/**
 * Incidents like one: those that it repeats or that repeat it, and the latest with its signature, its pattern, one of
 * its entities or words of its title; each once, under the closest relation. What one repeats comes first, then the most
 * alike.
 */
export async function findSimilar(
  knex: Knex,
  incident: Incident,
  access: AccessFilter,
  complete: (incidents: StoredIncident[]) => Promise<Incident[]>,
): Promise<SimilarIncident[]> {
  const relations = new Map<string, Relation>();
  const rows = new Map<string, IncidentRow>();
  for (const [relation, narrow] of waysToBeAlike(knex, incident)) {
    const query = narrow(
      knex<IncidentRow>('incidents')
        .whereNot('incidents.id', incident.id)
        .orderBy('incidents.period_at', 'desc')
        .orderBy('incidents.id', 'desc')
        .limit(LIMIT)
        .select('incidents.*'),
    );
    for (const row of (await applyAccess(query, access)) as IncidentRow[]) {
      if (!relations.has(row.id)) {
        relations.set(row.id, relation);
        rows.set(row.id, row);
      }
    }
  }
  const incidents = await complete([...rows.values()].map(fromRow));
  return incidents
    .map(similar => {
      const reasons = similarityReasons(incident, similar);
      return {
        incident: similar,
        relation: relations.get(similar.id) ?? 'text',
        score: reasons.reduce((sum, reason) => sum + reason.score, 0),
        reasons,
      };
    })
    .filter(({ relation, score }) => isRepeat(relation) || score > 0)
    .sort(byLikeness)
    .slice(0, MAX_SIMILAR);
}

function waysToBeAlike(knex: Knex, incident: Incident): [Relation, Narrow][] {
  const { category, attackVector, entityRefs, repeat } = incident;
  const ways: [Relation, Narrow][] = [];
  if (repeat) {
    ways.push(['repeats', query => query.where('incidents.id', repeat.of)]);
  }
  ways.push([
    'repeated-by',
    query =>
      query.whereIn(
        'incidents.id',
        knex('incident_repeats')
          .select('incident_id')
          .where('of_id', incident.id)
          .whereNot('state', 'rejected'),
      ),
  ]);
  if (entityRefs.length > 0 && (category || attackVector)) {
    ways.push([
      'signature',
      query => query.where('repeat_key', incident.signature),
    ]);
  }
  if (category && attackVector) {
    ways.push([
      'pattern',
      query => query.where({ category, attack_vector: attackVector }),
    ]);
  }
  if (entityRefs.length > 0) {
    const touching = knex('incident_entities').select('incident_id');
    whereAny(touching, 'entity_ref', entityRefs);
    ways.push(['entity', query => query.whereIn('incidents.id', touching)]);
  }
  const words = titleWords(incident);
  if (words.length > 0) {
    ways.push(['text', query => whereTold(knex, query, words)]);
  }
  return ways;
}

/** The longest words of the title: these are the rarest as a rule. */
function titleWords({ title }: Incident): string[] {
  return tellingWords(title)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_WORDS);
}

/** At least two of the words, each at the beginning of a word; or the only one. */
function whereTold(
  knex: Knex,
  query: Knex.QueryBuilder,
  words: string[],
): Knex.QueryBuilder {
  const pairs = words.flatMap((word, i) =>
    words.slice(i + 1).map(other => [word, other]),
  );
  const sets = pairs.length > 0 ? pairs : [words];
  return isPostgres(knex)
    ? query.whereRaw("incidents.search @@ to_tsquery('simple', ?)", [
        sets
          .map(set => `(${set.map(word => `${word}:*`).join(' & ')})`)
          .join(' | '),
      ])
    : query.whereRaw(
        'incidents.seq in (select rowid from incidents_search where incidents_search match ?)',
        [
          sets
            .map(set => `(${set.map(word => `"${word}"*`).join(' AND ')})`)
            .join(' OR '),
        ],
      );
}

function isRepeat(relation: Relation): boolean {
  return relation === 'repeats' || relation === 'repeated-by';
}

function byLikeness(a: SimilarIncident, b: SimilarIncident): number {
  return (
    Number(isRepeat(b.relation)) - Number(isRepeat(a.relation)) ||
    b.score - a.score ||
    Date.parse(b.incident.periodAt) - Date.parse(a.incident.periodAt) ||
    (a.incident.id < b.incident.id ? 1 : -1)
  );
}
