import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';

/** What a duration chart has when nothing else is said. */
export function durationDefaults(interval: Interval) {
  return {
    title: 'Time to detect, contain and resolve',
    description: `Each mark is one incident, each line the median per ${interval}, on a logarithmic scale. A ${interval} without data is a gap.`,
    height: 380,
  };
}

/** What a severity chart has when nothing else is said. */
export function severityDefaults(interval: Interval) {
  return {
    title: 'Incidents by severity',
    description: `Incidents per ${interval} by severity. A ${interval} without incidents has no bar.`,
    height: 240,
  };
}

/** Height of a sparkline in pixels. */
export const SPARKLINE_HEIGHT = 32;
