import type { AccumulatedReading } from './accumulators';
import { bucketStart, isTooCoarse } from './buckets';
import type { KpiDefinition } from './definitions';
import type { DatedFact } from './fact';
import type { MetricKpi } from './kpis';
import type { Interval, Kpi, KpiReading } from './schema';

/**
 * One KPI over one period and the one before: every fact is counted into one state, and the total is those states
 * merged.
 */
export class KpiSeries<Fact extends DatedFact> {
  private readonly kpi: MetricKpi<Fact>;
  private readonly interval: Interval;
  private readonly buckets = new Map<number, unknown>();
  private readonly undated: unknown;
  private readonly previous: unknown;

  constructor(kpi: MetricKpi<Fact>, interval: Interval) {
    this.kpi = kpi;
    this.interval = interval;
    this.undated = kpi.accumulator.empty();
    this.previous = kpi.accumulator.empty();
  }

  add(fact: Fact): void {
    const state = isTooCoarse(fact.precision, this.interval)
      ? this.undated
      : this.bucketOf(fact.at);
    this.kpi.accumulator.add(state, fact);
  }

  addPrevious(fact: Fact): void {
    this.kpi.accumulator.add(this.previous, fact);
  }

  read(): Kpi {
    const { accumulator, definition } = this.kpi;
    const total = accumulator.empty();
    accumulator.merge(total, this.undated);
    for (const state of this.buckets.values()) {
      accumulator.merge(total, state);
    }
    const { missing, invalid, ...reading } = accumulator.read(total);
    return {
      ...definition,
      ...reading,
      attained: isAttained(definition, reading.value),
      missing,
      invalid,
      undated: accumulator.read(this.undated).n,
      approximate: false,
      previous: readingOf(accumulator.read(this.previous)),
      series: this.readSeries(),
    };
  }

  private readSeries(): Kpi['series'] {
    return [...this.buckets]
      .sort(([a], [b]) => a - b)
      .map(([start, state]) => ({
        start: new Date(start).toISOString(),
        ...readingOf(this.kpi.accumulator.read(state)),
      }))
      .filter(({ n }) => n > 0);
  }

  private bucketOf(at: number): unknown {
    const start = bucketStart(at, this.interval);
    let state = this.buckets.get(start);
    if (state === undefined) {
      state = this.kpi.accumulator.empty();
      this.buckets.set(start, state);
    }
    return state;
  }
}

function readingOf(accumulated: AccumulatedReading): KpiReading {
  const { missing, invalid, ...reading } = accumulated;
  return reading;
}

/** Targets are bounds to pass; only a share of 1 is met by reaching it, since nothing lies beyond. */
function isAttained(
  { target, direction, unit }: KpiDefinition,
  value: number | undefined,
): boolean | undefined {
  if (target === 'trend' || value === undefined) {
    return undefined;
  }
  if (direction === 'lower') {
    return value < target;
  }
  return value > target || (unit === 'share' && target === 1 && value === 1);
}
