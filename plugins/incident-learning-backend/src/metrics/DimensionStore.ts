import type {
  DataQualityFinding,
  FactKind,
  MetricFact,
  MetricFacts,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from './MetricsStore';
import type { LearnedKind } from './learnedDimensions';

/** An incident with what figures are broken down by. */
export interface DimensionedIncident {
  fact: MetricFact;
  category?: string;
  /** All that it touched; only where asked for. */
  entityRefs: string[];
  /** Only where asked for. */
  findings: DataQualityFinding[];
}

/** Anything that a KPI counts, with what it is broken down by: what its incidents are, unless it says so itself. */
export interface DimensionedFact<Kind extends FactKind = FactKind> {
  fact: MetricFacts[Kind];
  severities: Severity[];
  categories: string[];
  /** Of which the teams are the owners; a group is its own team. Only where asked for. */
  entityRefs: string[];
}

/** Reads what figures count with what they are broken down by. */
export interface DimensionStore {
  /** Each incident once, in pages, so that memory does not grow with their number. */
  incidents(
    selection: MetricsSelection,
    asked: { entityRefs?: boolean; findings?: boolean },
  ): AsyncIterable<DimensionedIncident[]>;

  /** What reviews brought about, each once, in pages. */
  learned<Kind extends LearnedKind>(
    kind: Kind,
    selection: MetricsSelection,
    asked: { entityRefs?: boolean },
  ): AsyncIterable<DimensionedFact<Kind>[]>;
}
