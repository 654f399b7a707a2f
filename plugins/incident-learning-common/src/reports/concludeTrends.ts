import { findTrends } from './findings';
import { TrendLinks } from './links';
import { recommendActions } from './recommendations';
import type { TrendFigures, TrendReport } from './schema';

/**
 * Adds to figures what they say and what to do about it, by rules alone: the same figures give the same sentences.
 *
 * A finding of change needs a verdict of change; one on a target needs the whole interval beyond it; counts, such as
 * overdue actions, stand for themselves. A recommendation needs a finding.
 *
 * @public
 */
export function concludeTrends(figures: TrendFigures): TrendReport {
  const links = new TrendLinks(figures);
  const findings = findTrends(figures, links);
  const recommendations = recommendActions(figures, findings, links);
  return { ...figures, findings, recommendations };
}
