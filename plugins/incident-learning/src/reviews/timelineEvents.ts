import type { AnalysisRecord } from '@hindsight/backstage-plugin-incident-learning-common';

/** Events of the timelines among analyses. */
export function countEvents(analyses: AnalysisRecord[]): number {
  return analyses.reduce(
    (count, { analysis }) =>
      count + (analysis.kind === 'timeline' ? analysis.events.length : 0),
    0,
  );
}
