import type {
  DataQualityFinding,
  MetricFact,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from './MetricsStore';

/** An incident with what figures are broken down by. */
export interface DimensionedIncident {
  fact: MetricFact;
  category?: string;
  /** All that it touched; only where asked for. */
  entityRefs: string[];
  /** Only where asked for. */
  findings: DataQualityFinding[];
}

/** Reads incidents with what figures are broken down by. */
export interface DimensionStore {
  /** Each incident once, in pages, so that memory does not grow with their number. */
  incidents(
    selection: MetricsSelection,
    asked: { entityRefs?: boolean; findings?: boolean },
  ): AsyncIterable<DimensionedIncident[]>;
}
