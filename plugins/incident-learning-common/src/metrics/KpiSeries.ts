import type { Precision } from '../incidents/vocabulary';
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

/** A period, the one before it, or the one before that. */
export type Era = 'current' | 'previous' | 'earlier';

/**
 * One KPI over one period and those before: every fact is counted into one state, and the total is those states merged.
 */
export class KpiSeries<Fact extends DatedFact> {
  private readonly buckets = new Map<number, unknown>();
  private readonly undated: unknown;
  private readonly previous: unknown;
  private readonly earlier: unknown;

  /** @param asksEarlier - whether it is asked how it changed in the period before; else nothing earlier is counted */
  constructor(
    private readonly definition: KpiDefinition,
    private readonly accumulator: KpiAccumulator<Fact, unknown>,
    private readonly interval: Interval,
    private readonly finder: BucketFinder,
    private readonly asksEarlier: boolean,
  ) {
    this.undated = accumulator.empty();
    this.previous = accumulator.empty();
    this.earlier = accumulator.empty();
  }

  counts(era: Era): boolean {
    return era !== 'earlier' || this.asksEarlier;
  }

  add(era: Era, fact: Fact): void {
    this.accumulator.add(this.stateOf(era, fact.precision, fact), fact);
  }

  /** Takes out a fact that a merged state holds, from the bucket that a moment is in. */
  remove(era: Era, fact: Fact, at: number): void {
    const state = this.stateOf(era, fact.precision, { at, precision: 'exact' });
    this.accumulator.remove(state, fact);
  }

  /** Adds what a packed state holds: facts of one precision, all in the bucket that this moment is in. */
  merge(era: Era, { at, precision }: DatedFact, packed: string): void {
    const state = this.stateOf(era, precision, { at, precision: 'exact' });
    mergePacked(this.accumulator, state, packed);
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

  /** How it changed in the period before, where that is asked. */
  readVerdictBefore(): Kpi['verdict'] {
    const { accumulator, definition, previous, earlier } = this;
    return this.asksEarlier
      ? verdictOf(definition, accumulator.compare(previous, earlier)).verdict
      : undefined;
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

  private stateOf(era: Era, precision: Precision, dated: DatedFact): unknown {
    switch (era) {
      case 'earlier':
        return this.earlier;
      case 'previous':
        return this.previous;
      default:
        return isTooCoarse(precision, this.interval)
          ? this.undated
          : this.bucketOf(dated);
    }
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
