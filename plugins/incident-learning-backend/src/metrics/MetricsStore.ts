import type {
  MetricFact,
  MetricFacts,
  MetricPoint,
  Period,
  PublicationFact,
  RootCauseCount,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import type { ImprovementPeriods } from './readImprovements';
import type { Buckets } from './rootCauseRows';

/** The incidents that count: of a scope and period, as far as the caller may read them. Drills never do. */
export interface MetricsSelection {
  scope: ResolvedScope;
  period: Period;
  access: AccessFilter;
}

export type ImprovementFacts = {
  [Kind in 'commitment' | 'rating' | 'lesson']: MetricFacts[Kind][];
};

/** Reads what the numbers are made of. */
export interface MetricsStore {
  /** Each incident once, in pages, so that memory does not grow with their number. */
  facts(selection: MetricsSelection): AsyncIterable<MetricFact[]>;

  /** Each review once, by its first publication. */
  reviewFacts(selection: MetricsSelection): AsyncIterable<PublicationFact[]>;

  /** Root causes of the reviews first published in periods, by bucket. */
  rootCauses(
    selection: Omit<MetricsSelection, 'period'>,
    buckets: Buckets,
  ): Promise<RootCauseCount[]>;

  /**
   * What was promised and learned: each commitment and each rating of an action once, and when the first lesson of each
   * incident came.
   *
   * @param periods - of each kind; nothing is read of one that has none
   */
  improvements(
    selection: Omit<MetricsSelection, 'period'>,
    periods: ImprovementPeriods,
  ): Promise<ImprovementFacts>;

  /**
   * The incidents with at least one valid duration, in the order of their period.
   *
   * Where there are more than `limit`, `items` is a sample: every n-th of them, so that it spreads over the whole
   * period as they do and is the same each time. `totalItems` counts them all.
   */
  points(
    selection: MetricsSelection,
    limit: number,
  ): Promise<{ items: MetricPoint[]; totalItems: number }>;
}
