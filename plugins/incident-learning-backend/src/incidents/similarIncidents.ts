import {
  Incident,
  SimilarIncident,
  similarityReasons,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { IncidentRow, StoredIncident, fromRow } from './incidentRows';

const LIMIT = 20;

/**
 * What an incident repeats, what repeats it, what shares its signature, and what shares its pattern elsewhere; each
 * incident once, under the closest relation.
 */
export async function findSimilar(
  knex: Knex,
  incident: Incident,
  access: AccessFilter,
  complete: (incidents: StoredIncident[]) => Promise<Incident[]>,
): Promise<SimilarIncident[]> {
  const found = new Map<string, SimilarIncident['relation']>();
  const rows = new Map<string, IncidentRow>();
  async function add(
    relation: SimilarIncident['relation'],
    narrow: (query: Knex.QueryBuilder) => void,
  ) {
    const query = knex<IncidentRow>('incidents')
      .whereNot('incidents.id', incident.id)
      .orderBy('incidents.period_at', 'desc')
      .orderBy('incidents.id', 'desc')
      .limit(LIMIT)
      .select('incidents.*');
    narrow(query);
    for (const row of (await applyAccess(query, access)) as IncidentRow[]) {
      if (!found.has(row.id) && found.size < 2 * LIMIT) {
        found.set(row.id, relation);
        rows.set(row.id, row);
      }
    }
  }

  if (incident.repeat) {
    await add('repeats', q => q.where('incidents.id', incident.repeat?.of));
  }
  await add('repeated-by', q =>
    q.whereIn(
      'incidents.id',
      knex('incident_repeats')
        .select('incident_id')
        .where('of_id', incident.id)
        .whereNot('state', 'rejected'),
    ),
  );
  if (
    incident.entityRefs.length > 0 &&
    (incident.category || incident.attackVector)
  ) {
    await add('signature', q => q.where('repeat_key', incident.signature));
  }
  if (incident.category && incident.attackVector) {
    await add('pattern', q =>
      q.where({
        category: incident.category,
        attack_vector: incident.attackVector,
      }),
    );
  }
  const incidents = await complete([...rows.values()].map(fromRow));
  return incidents.map(similar => {
    const reasons = similarityReasons(incident, similar);
    return {
      incident: similar,
      relation: found.get(similar.id) ?? 'pattern',
      score: reasons.reduce((sum, reason) => sum + reason.score, 0),
      reasons,
    };
  });
}
