import { setImmediate } from 'timers/promises';
import type {
  MetricFact,
  MetricPoint,
  Precision,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { isPostgres } from '../database';
import { applyScope } from '../incidents';
import type { MetricsSelection, MetricsStore } from './MetricsStore';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 2_000, postgres: 10_000 };

interface DurationColumns {
  time_to_detect_ms: number | null;
  time_to_contain_ms: number | null;
  time_to_resolve_ms: number | null;
}

interface FactRow extends DurationColumns {
  id: string;
  /** Text in PostgreSQL, whose bigint can be larger than a number. */
  period_at: number | string;
  period_precision: Precision;
  severity: Severity;
  repeat_state: string | null;
}

interface PointRow extends DurationColumns {
  id: string;
  title: string;
  period_at: number | string;
  period_precision: Precision;
  severity: Severity;
  total: number | string;
}

const DURATIONS = [
  'time_to_detect_ms',
  'time_to_contain_ms',
  'time_to_resolve_ms',
] as const;

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseMetricsStore implements MetricsStore {
  static create(options: { knex: Knex; pageSize?: number }): MetricsStore {
    const { knex, pageSize } = options;
    return new DatabaseMetricsStore(
      knex,
      pageSize ?? PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'],
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number,
  ) {}

  async *facts(selection: MetricsSelection): AsyncIterable<MetricFact[]> {
    if (!isPostgres(this.knex)) {
      yield* this.factPages(this.knex, selection);
      return;
    }
    // One snapshot for all pages: an incident that is moved meanwhile is neither missed nor counted twice.
    const snapshot = await this.knex.transaction({
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    try {
      yield* this.factPages(snapshot, selection);
    } finally {
      await snapshot.rollback();
    }
  }

  async points(
    selection: MetricsSelection,
    limit: number,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const dots = this.counted(this.knex, selection)
      .where(function anyDuration() {
        DURATIONS.forEach(column =>
          this.orWhere(`incidents.${column}`, '>=', 0),
        );
      })
      .select(
        'incidents.id',
        this.knex.raw(
          'row_number() over (order by incidents.period_at, incidents.id) - 1 as position',
        ),
        this.knex.raw('count(*) over () as total'),
      );
    // Of `total` positions, those where position × limit ÷ total reaches the next whole number: `limit` of them.
    const rows: PointRow[] = await this.knex
      .with('dots', dots)
      .from('dots')
      .join('incidents', 'incidents.id', 'dots.id')
      .whereRaw('(dots.total <= ? or (dots.position * ?) % dots.total < ?)', [
        limit,
        limit,
        limit,
      ])
      .orderBy(['incidents.period_at', 'incidents.id'])
      .select(
        'incidents.id',
        'incidents.title',
        'incidents.period_at',
        'incidents.period_precision',
        'incidents.severity',
        ...DURATIONS.map(column => `incidents.${column}`),
        'dots.total',
      );
    return {
      items: rows.map(pointOf),
      totalItems: rows.length > 0 ? Number(rows[0].total) : 0,
    };
  }

  private async *factPages(
    knex: Knex,
    selection: MetricsSelection,
  ): AsyncIterable<MetricFact[]> {
    const query = this.counted(knex, selection)
      .leftJoin(
        'incident_repeats',
        'incident_repeats.incident_id',
        'incidents.id',
      )
      .orderBy(['incidents.period_at', 'incidents.id'])
      .limit(this.pageSize)
      .select(
        'incidents.id',
        'incidents.period_at',
        'incidents.period_precision',
        'incidents.severity',
        ...DURATIONS.map(column => `incidents.${column}`),
        'incident_repeats.state as repeat_state',
      );
    let rows: FactRow[] = await query.clone();
    while (rows.length > 0) {
      yield rows.map(factOf);
      const last = rows[rows.length - 1];
      // Other requests have their turn between the pages.
      await setImmediate();
      rows =
        rows.length < this.pageSize
          ? []
          : await query
              .clone()
              .whereRaw('(incidents.period_at, incidents.id) > (?, ?)', [
                Number(last.period_at),
                last.id,
              ]);
    }
  }

  private counted(
    knex: Knex,
    { scope, period, access }: MetricsSelection,
  ): Knex.QueryBuilder {
    const query = knex('incidents')
      .where('incidents.drill', false)
      .where('incidents.period_at', '>=', period.from)
      .where('incidents.period_at', '<', period.to);
    return applyScope(applyAccess(query, access), scope);
  }
}

function factOf(row: FactRow): MetricFact {
  return {
    at: Number(row.period_at),
    precision: row.period_precision,
    severity: row.severity,
    timeToDetectMs: row.time_to_detect_ms ?? undefined,
    timeToContainMs: row.time_to_contain_ms ?? undefined,
    timeToResolveMs: row.time_to_resolve_ms ?? undefined,
    repeat: ['suspected', 'confirmed'].includes(row.repeat_state ?? ''),
  };
}

/** A negative duration has no place on a chart; it is told as invalid beside the figures. */
function pointOf(row: PointRow): MetricPoint {
  return {
    id: row.id,
    title: row.title,
    at: new Date(Number(row.period_at)).toISOString(),
    precision: row.period_precision,
    severity: row.severity,
    timeToDetectMs: validOf(row.time_to_detect_ms),
    timeToContainMs: validOf(row.time_to_contain_ms),
    timeToResolveMs: validOf(row.time_to_resolve_ms),
  };
}

function validOf(duration: number | null): number | undefined {
  return duration !== null && duration >= 0 ? duration : undefined;
}
