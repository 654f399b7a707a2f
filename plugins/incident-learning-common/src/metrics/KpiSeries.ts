import {
  AccumulatedReading,
  KpiAccumulator,
  mergePacked,
} from './accumulators';
import type { BucketFinder } from './BucketFinder';
import { isTooCoarse } from './buckets';
import type { KpiDefinition } from './definitions';
import type { DatedFact } from './fact';
import { isAttained } from './isAttained';
import type { Interval, Kpi, KpiReading } from './schema';
import { trendOf } from './seriesTrend';
import { verdictOf } from './verdict';

/**
 * One KPI over one period and the one before: every fact is counted into one state, and the total is those states
 * merged.
 */
export class KpiSeries<Fact extends DatedFact> {
  private readonly buckets = new Map<number, unknown>();
  private readonly undated: unknown;
  private readonly previous: unknown;

  constructor(
    private readonly definition: KpiDefinition,
    private readonly accumulator: KpiAccumulator<Fact, unknown>,
    private readonly interval: Interval,
    private readonly finder: BucketFinder,
  ) {
    this.undated = accumulator.empty();
    this.previous = accumulator.empty();
  }

  add(fact: Fact): void {
    const state = isTooCoarse(fact.precision, this.interval)
      ? this.undated
      : this.bucketOf(fact);
    this.accumulator.add(state, fact);
  }

  addPrevious(fact: Fact): void {
    this.accumulator.add(this.previous, fact);
  }

  /** Takes out a fact that a merged state holds, from the bucket that a moment is in. */
  remove(fact: Fact, at: number): void {
    const state = isTooCoarse(fact.precision, this.interval)
      ? this.undated
      : this.bucketOf({ at, precision: 'exact' });
    this.accumulator.remove(state, fact);
  }

  removePrevious(fact: Fact): void {
    this.accumulator.remove(this.previous, fact);
  }

  /** Adds what a packed state holds: facts of one precision, all in the bucket that this moment is in. */
  merge({ at, precision }: DatedFact, packed: string): void {
    const state = isTooCoarse(precision, this.interval)
      ? this.undated
      : this.bucketOf({ at, precision: 'exact' });
    mergePacked(this.accumulator, state, packed);
  }

  mergePrevious(packed: string): void {
    mergePacked(this.accumulator, this.previous, packed);
  }

  read(): Kpi {
    const { accumulator, definition } = this;
    const total = accumulator.empty();
    accumulator.merge(total, this.undated);
    for (const state of this.buckets.values()) {
      accumulator.merge(total, state);
    }
    const { missing, invalid, ...reading } = accumulator.read(total);
    const series = this.readSeries();
    const change = verdictOf(
      definition,
      accumulator.compare(total, this.previous),
    );
    return {
      ...definition,
      ...reading,
      attained: isAttained(definition, reading.value, change.verdict),
      missing,
      invalid,
      undated: accumulator.read(this.undated).n,
      approximate: accumulator.approximate,
      previous: readingOf(accumulator.read(this.previous)),
      ...change,
      series,
      trend: trendOf(series),
    };
  }

  private readSeries(): Kpi['series'] {
    return [...this.buckets]
      .sort(([a], [b]) => a - b)
      .map(([start, state]) => ({
        start: new Date(start).toISOString(),
        ...readingOf(this.accumulator.read(state)),
      }))
      .filter(({ n }) => n > 0);
  }

  private bucketOf(dated: DatedFact): unknown {
    const start = this.finder.startOf(dated);
    let state = this.buckets.get(start);
    if (state === undefined) {
      state = this.accumulator.empty();
      this.buckets.set(start, state);
    }
    return state;
  }
}

function readingOf(accumulated: AccumulatedReading): KpiReading {
  const { missing, invalid, ...reading } = accumulated;
  return reading;
}
