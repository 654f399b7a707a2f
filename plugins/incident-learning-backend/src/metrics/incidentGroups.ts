import type {
  Breakdown,
  DataQualityFinding,
  MetricFact,
  Period,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { FactGroup, FindingGroup } from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents, whereWithin } from './countedIncidents';
import {
  FACT_FIELDS,
  IncidentFactRow,
  partialFactReader,
} from './incidentFacts';
import { reviewStandings } from './reviewStanding';
import { selectionSlices } from './slices';

/** What an incident touched: most touched nothing but the first. */
const ENTITIES = ['primary_entity_ref', 'further_refs'] as const;

/** What differs from incident to incident: a group tells it of each. */
const MEASURES = [
  'time_to_detect_ms',
  'time_to_contain_ms',
  'time_to_resolve_ms',
] as const;
type Measure = (typeof MEASURES)[number];

type Column =
  | Exclude<keyof IncidentFactRow, 'id'>
  | (typeof ENTITIES)[number]
  | 'data_quality';

/** Those that are in other tables. */
const ELSEWHERE: Partial<Record<Column, string>> = {
  further_refs: 'further.refs',
  repeat_state: 'incident_repeats.state',
  review_standing: 'standings.standing',
};

interface GroupRow extends IncidentFactRow {
  primary_entity_ref: string | null;
  /** Apart by spaces, which no entity ref has. */
  further_refs: string | null;
  data_quality: string;
  /** How many the group has. */
  incidents: number | string;
  /** Of PostgreSQL, where something is measured: apart by spaces of each incident, one after the other by commas. */
  measured?: string;
}

export interface IncidentGroupsOptions {
  knex: Knex;
  selection: MetricsSelection;
  /** How many incidents are grouped at a time; all unless given. */
  sliceSize: number | undefined;
}

/** Incidents that are alike in team, severity or category and in most of what a KPI reads of them. */
export async function* factGroups(
  options: IncidentGroupsOptions,
  by: Breakdown,
  fields: readonly (keyof MetricFact)[],
  severities: Severity[],
): AsyncIterable<FactGroup<'incident'>[]> {
  const read = fields.flatMap(
    field => FACT_FIELDS[field].columns as readonly Column[],
  );
  const factOf = partialFactReader(fields, severities);
  const own = by === 'team' ? ENTITIES : [by];
  const measured = MEASURES.filter(measure => read.includes(measure));
  for await (const rows of groupRows(options, [...own, ...read])) {
    yield rows.map(row => ({
      of: by === 'team' ? entityRefsOf(row) : listOf(row[by]),
      facts: () => eachOf(row, measured, factOf),
    }));
  }
}

/** Incidents that are alike in what is wrong with their times, and in what they touched unless that is left out. */
export async function* findingGroups(
  options: IncidentGroupsOptions,
  { touched }: { touched: boolean },
): AsyncIterable<FindingGroup[]> {
  const columns = [...(touched ? ENTITIES : []), 'data_quality'] as const;
  for await (const rows of groupRows(options, columns)) {
    yield rows.map(row => ({
      entityRefs: touched ? entityRefsOf(row) : [],
      findings: JSON.parse(row.data_quality) as DataQualityFinding[],
      incidents: Number(row.incidents),
    }));
  }
}

async function* groupRows(
  { knex, selection, sliceSize }: IncidentGroupsOptions,
  columns: readonly Column[],
): AsyncIterable<GroupRow[]> {
  for await (const slice of selectionSlices(knex, selection, sliceSize)) {
    const query = countedIncidents(knex, slice);
    joinOthers(knex, query, columns, slice.period);
    yield await group(knex, query, new Set(columns));
  }
}

function group(
  knex: Knex,
  query: Knex.QueryBuilder,
  columns: ReadonlySet<Column>,
): Promise<GroupRow[]> {
  // Hardly two are of the same moment.
  const single = columns.has('period_at');
  // One row for each duration takes PostgreSQL longer to send than to read; SQLite has no way to send.
  const measured = MEASURES.filter(
    measure => columns.has(measure) && !single && isPostgres(knex),
  );
  const alike = [...columns]
    .filter(column => !measured.some(measure => measure === column))
    .map(column => ({
      column,
      name: ELSEWHERE[column] ?? `incidents.${column}`,
    }));
  query
    .select(alike.map(({ column, name }) => `${name} as ${column}`))
    .select(knex.raw(`${single ? '1' : 'count(*)'} as incidents`));
  if (!single) {
    query.groupBy(alike.map(({ name }) => name));
  }
  if (measured.length > 0) {
    // One that is not known is an empty text here.
    const each = measured
      .map(measure => `incidents.${measure}`)
      .join(", ' ', ");
    query.select(knex.raw(`string_agg(concat(${each}), ',') as measured`));
  }
  return query as unknown as Promise<GroupRow[]>;
}

/** Joins what is asked for beyond the incidents' own columns, so that those are read from an index alone. */
function joinOthers(
  knex: Knex,
  query: Knex.QueryBuilder,
  columns: readonly Column[],
  period: Period,
): void {
  if (columns.includes('further_refs')) {
    query.leftJoin(
      furtherEntities(knex, period).as('further'),
      'further.incident_id',
      'incidents.id',
    );
  }
  if (columns.includes('repeat_state')) {
    query.leftJoin(
      'incident_repeats',
      'incident_repeats.incident_id',
      'incidents.id',
    );
  }
  if (columns.includes('review_standing')) {
    query.leftJoin(
      reviewStandings(knex, period).as('standings'),
      'standings.incident_id',
      'incidents.id',
    );
  }
}

function furtherEntities(knex: Knex, period: Period): Knex.QueryBuilder {
  // In the words of its index.
  const query = knex('incident_entities').whereRaw('position > 0');
  whereWithin(query, 'incident_entities.period_at', period);
  return query
    .groupBy('incident_entities.incident_id')
    .select(
      'incident_entities.incident_id',
      knex.raw(
        isPostgres(knex)
          ? "string_agg(entity_ref, ' ' order by entity_ref) as refs"
          : "group_concat(entity_ref, ' ') as refs",
      ),
    );
}

/** Something of each incident of a group. */
function eachOf<T>(
  row: GroupRow,
  measured: readonly Measure[],
  read: (row: GroupRow) => T,
): T[] {
  if (row.measured === undefined) {
    return Array<T>(Number(row.incidents)).fill(read(row));
  }
  const one: Omit<GroupRow, Measure> & Record<Measure, unknown> = { ...row };
  return row.measured.split(',').map(text => {
    const values = text.split(' ');
    measured.forEach((measure, index) => {
      one[measure] = values[index] === '' ? null : Number(values[index]);
    });
    return read(one as GroupRow);
  });
}

function entityRefsOf(row: GroupRow): string[] {
  return [
    ...listOf(row.primary_entity_ref),
    ...(row.further_refs?.split(' ') ?? []),
  ];
}

function listOf(value: string | null): string[] {
  return value === null ? [] : [value];
}
