import { BucketFinder } from './BucketFinder';
import { BucketCalendar, DEFAULT_BUCKET_CALENDAR } from './buckets';
import { KPI_DEFINITIONS, KpiDefinition } from './definitions';
import type { DatedFact, FactKind, MetricFact, MetricFacts } from './fact';
import { AnyMetricKpi, INCIDENT_KPIS, rollupAccumulator } from './kpis';
import { Era, KpiSeries } from './KpiSeries';
import {
  DEFAULT_SCORE_WEIGHTS,
  KpiVerdicts,
  learningImpactScore,
  scoresByChange,
} from './learningImpact';
import { Period, isWithin, previousPeriod } from './period';
import type { Interval, Kpi, Metrics } from './schema';

/** @public */
export interface MetricsFoldOptions {
  /** `org` or an entity ref; told in the answer. */
  scope: string;
  period: Period;
  interval: Interval;
  /** Where buckets begin; in UTC, weeks on Monday, unless said. */
  calendar?: BucketCalendar;
  /** The KPIs to compute; all that are read off incidents unless said. */
  kpis?: readonly AnyMetricKpi[];
  /** What the learning impact score means; the definition in `KPI_DEFINITIONS` unless said. */
  score?: KpiDefinition;
  /** What each KPI counts in the learning impact score, by id. */
  weights?: Readonly<Record<string, number>>;
  /** Facts of which nothing is told, though rollups hold them: the caller may not know of them. None unless said. */
  withheld?: readonly FactKind[];
  /** Whether durations are sketched, so that rollups can be added. False unless said: all is exact. */
  sketch?: boolean;
}

/**
 * What a rollup holds of one bucket: facts of one precision, which count in the period that `at` is in.
 *
 * @public
 */
export interface RollupBucket extends DatedFact {
  /** How many incidents. */
  incidents: number;
  /** Packed states by the id of their KPI; one without is that of no facts. */
  states: Readonly<Record<string, string>>;
}

/** @public */
export interface MetricsFold {
  /** Counts an incident; one outside the periods that its kind counts in changes nothing. */
  add(fact: MetricFact): void;
  /** Counts a fact of any kind. */
  addFact<Kind extends FactKind>(kind: Kind, fact: MetricFacts[Kind]): void;
  /** Counts all that a bucket of a rollup holds; the fold must be one that sketches. */
  addRollup(bucket: RollupBucket): void;
  /**
   * Takes out a fact that an added bucket holds, though it is not in the period in which the bucket counts.
   *
   * @param at - a moment within that period, and within the same bucket of the series
   */
  removeFact<Kind extends FactKind>(
    kind: Kind,
    fact: MetricFacts[Kind],
    at: number,
  ): void;
  read(): Metrics;
  /** As `read`, but waits for `pause` after each KPI, so that others have their turn in between. */
  readInTurns(pause: () => Promise<unknown>): Promise<Metrics>;
}

/**
 * The periods that the metrics of one are computed from, the earliest first: it and the equally long one before; and the
 * one before that where the learning impact score of the period before asks how a KPI over facts of the kind changed.
 *
 * @public
 */
export function countedPeriods(
  kind: FactKind,
  period: Period,
  options: Pick<MetricsFoldOptions, 'kpis' | 'weights'> = {},
): Period[] {
  const { kpis = INCIDENT_KPIS, weights = DEFAULT_SCORE_WEIGHTS } = options;
  const previous = previousPeriod(period);
  const asked = kpis.some(
    ({ facts, definition }) =>
      facts === kind && scoresByChange(definition, weights),
  );
  return [...(asked ? [previousPeriod(previous)] : []), previous, period];
}

/**
 * Computes the metrics of a scope from its facts, one at a time and in any order: those of the `countedPeriods` of their
 * kind.
 *
 * @public
 */
export function foldMetrics(options: MetricsFoldOptions): MetricsFold {
  const { scope, period, interval, kpis = INCIDENT_KPIS } = options;
  const {
    calendar = DEFAULT_BUCKET_CALENDAR,
    score = KPI_DEFINITIONS['learning-impact-score'],
    weights = DEFAULT_SCORE_WEIGHTS,
  } = options;
  const eraOf = eraFinder(period);
  const finder = new BucketFinder(interval, calendar);
  const withheld = new Set(options.withheld);
  const all = kpis.map(kpi => ({
    id: kpi.definition.id,
    kind: kpi.facts,
    told: !withheld.has(kpi.facts),
    series: new KpiSeries<DatedFact>(
      kpi.definition,
      options.sketch ? rollupAccumulator(kpi) : kpi.accumulator,
      interval,
      finder,
      scoresByChange(kpi.definition, weights),
    ),
  }));
  let incidents = 0;

  const byKind = new Map<FactKind, KpiSeries<DatedFact>[]>();
  for (const { kind, series } of all.filter(({ told }) => told)) {
    byKind.set(kind, [...(byKind.get(kind) ?? []), series]);
  }

  /** Counts a fact once more or once less in all series of its kind. */
  function count(
    kind: FactKind,
    era: Era | undefined,
    by: 1 | -1,
    change: (series: KpiSeries<DatedFact>, era: Era) => void,
  ): void {
    if (era === undefined) {
      return;
    }
    incidents += era === 'current' && kind === 'incident' ? by : 0;
    for (const series of byKind.get(kind) ?? []) {
      if (series.counts(era)) {
        change(series, era);
      }
    }
  }

  function addFact<Kind extends FactKind>(
    kind: Kind,
    fact: MetricFacts[Kind],
  ): void {
    count(kind, eraOf(fact.at), 1, (series, era) => series.add(era, fact));
  }

  function metricsOf(read: Kpi[], before: KpiVerdicts): Metrics {
    return {
      scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      interval,
      timeZone: calendar.timeZone,
      firstDayOfWeek: calendar.firstDayOfWeek,
      incidents,
      kpis: [...read, learningImpactScore(score, read, weights, before)],
    };
  }

  return {
    add: fact => addFact('incident', fact),
    addFact,
    removeFact: (kind, fact, at) =>
      count(kind, eraOf(at), -1, (series, era) => series.remove(era, fact, at)),
    addRollup(bucket) {
      const era = eraOf(bucket.at);
      if (era === undefined) {
        return;
      }
      incidents += era === 'current' ? bucket.incidents : 0;
      for (const { id, told, series } of all) {
        const packed = bucket.states[id];
        if (packed && told && series.counts(era)) {
          series.merge(era, bucket, packed);
        }
      }
    },
    read: () =>
      metricsOf(
        all.map(({ series }) => series.read()),
        verdictsBefore(all),
      ),
    async readInTurns(pause) {
      const read: Kpi[] = [];
      for (const { series } of all) {
        read.push(series.read());
        await pause();
      }
      return metricsOf(read, verdictsBefore(all));
    },
  };
}

/** Tells in which of a period and those before it a moment is. */
function eraFinder(period: Period): (at: number) => Era | undefined {
  const previous = previousPeriod(period);
  const earlier = previousPeriod(previous);
  return at => {
    if (isWithin(at, period)) {
      return 'current';
    }
    if (isWithin(at, previous)) {
      return 'previous';
    }
    return isWithin(at, earlier) ? 'earlier' : undefined;
  };
}

function verdictsBefore(
  all: { id: string; series: KpiSeries<DatedFact> }[],
): KpiVerdicts {
  return Object.fromEntries(
    all.map(({ id, series }) => [id, series.readVerdictBefore()]),
  );
}
