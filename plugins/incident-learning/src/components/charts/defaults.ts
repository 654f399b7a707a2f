import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';

/** What a duration chart has when nothing else is said. */
export function durationDefaults(interval: Interval) {
  return {
    title: 'Time to detect, contain and resolve',
    description: `Each mark is one incident, each line the median per ${interval}, on a logarithmic scale. A ${interval} without data is a gap. With only one of them shown, its 95 % interval is a band.`,
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

/** What the chart of a figure over time has when nothing else is said. */
export function seriesDefaults(interval: Interval) {
  return {
    title: `By ${interval}`,
    description: `A dot for each ${interval} that has data, with its 95 % interval where there is enough for one. A ${interval} without data is a gap.`,
    height: 220,
  };
}

/** What a chart of a distribution has when nothing else is said. */
export function distributionDefaults(rows: number) {
  return {
    title: 'Distribution',
    description:
      'Each dot is one incident, on a logarithmic scale. The line is the median, the band its 95 % interval, the short mark the P90.',
    height: 36 + rows * 92,
  };
}

/** What a funnel plot has when nothing else is said. */
export function funnelDefaults() {
  return {
    title: 'Teams side by side',
    description:
      'Each mark is a team, by how many incidents it had and its share. Between the dashed lines lie 95 % of teams that differ from all by chance alone, between the outer ones 99.8 %: a place among these says nothing.',
    height: 320,
  };
}
