import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { IncidentSelection, applySelection } from './incidentFilters';

const COLUMNS = [
  ['category', 'incidents', 'category'],
  ['attackVector', 'incidents', 'attack_vector'],
  ['source', 'incidents', 'source_system'],
  ['tag', 'incident_tags', 'tag'],
] as const;
const LIMIT = 100;

/** The most frequent values of a selection, the most frequent first. */
export async function findFacets(
  knex: Knex,
  selection: IncidentSelection,
): Promise<IncidentFacets> {
  const facets: IncidentFacets = {
    category: [],
    attackVector: [],
    tag: [],
    source: [],
  };
  for (const [name, table, column] of COLUMNS) {
    const query = knex('incidents');
    if (table === 'incident_tags') {
      query.join(table, 'incident_tags.incident_id', 'incidents.id');
    }
    const rows = await applySelection(knex, query, selection)
      .whereNotNull(`${table}.${column}`)
      .groupBy(`${table}.${column}`)
      .orderByRaw('count(*) desc, 1')
      .limit(LIMIT)
      .select(`${table}.${column} as value`);
    facets[name] = rows.map((row: { value: string }) => row.value);
  }
  return facets;
}
