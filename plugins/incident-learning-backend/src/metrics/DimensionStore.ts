import type {
  Breakdown,
  DataQualityFinding,
  FactKind,
  MetricFacts,
  MetricKpi,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from './MetricsStore';
import type { LearnedKind } from './learnedDimensions';

/** Anything that a KPI counts, together with all that is broken down alike. */
export interface FactGroup<Kind extends FactKind = FactKind> {
  /**
   * Its severities or categories: those of its incidents, unless it says so itself. By team, the entities of which the
   * teams are the owners; a group is its own team.
   */
  of: string[];
  /** At least what the KPI says it reads of each. */
  facts(): MetricFacts[Kind][];
}

/** Incidents that touched the same and have the same wrong with them. */
export interface FindingGroup {
  entityRefs: string[];
  findings: DataQualityFinding[];
  /** How many they are. */
  incidents: number;
}

/** What is read for a KPI, and what of it. */
export type KpiFacts<Kind extends FactKind> = Pick<
  MetricKpi<Kind>,
  'facts' | 'reads'
>;

/** Reads what figures count with what they are broken down by. */
export interface DimensionStore {
  /** Each incident in one group. */
  incidents(
    kpi: KpiFacts<'incident'>,
    by: Breakdown,
    selection: MetricsSelection,
  ): AsyncIterable<FactGroup<'incident'>[]>;

  /**
   * Each incident in one group.
   *
   * @param options - whether they are told apart by what they touched, as they are unless said
   */
  findings(
    selection: MetricsSelection,
    options?: { touched: boolean },
  ): AsyncIterable<FindingGroup[]>;

  /** What reviews brought about, each once, in pages. */
  learned<Kind extends LearnedKind>(
    kpi: KpiFacts<Kind>,
    by: Breakdown,
    selection: MetricsSelection,
  ): AsyncIterable<FactGroup<Kind>[]>;
}
