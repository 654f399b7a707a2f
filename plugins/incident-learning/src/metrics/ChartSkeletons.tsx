import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';
import { ChartSkeleton } from '../components';
import { ChartCard } from './ChartCard';

/**
 * What stands around the chart of durations, the same while it loads.
 *
 * @param empty - whether it is known already that there is nothing to draw
 */
export function durationsFrame(interval: Interval, empty = false) {
  return {
    title: 'Time to detect, contain and resolve',
    description: `Each mark is one incident, each line the median by ${interval}, on a logarithmic scale. A ${interval} without data is a gap. Leave one of them in the legend to see the band of its 95 % interval.`,
    height: empty ? 96 : 340,
    headingLevel: 'h3' as const,
  };
}

/** What stands around the chart of severity, the same while it loads. */
export function severityFrame(interval: Interval) {
  return {
    title: `Severity by ${interval}`,
    description: `Incidents by severity. A ${interval} without incidents has no bar.`,
    height: 240,
    headingLevel: 'h3' as const,
  };
}

/** As high as a legend of one line. */
const LEGEND_SPACE = <div style={{ height: 24 }} />;

export function DurationsSkeleton(props: {
  interval: Interval;
  empty?: boolean;
  waiting?: boolean;
}) {
  return (
    <ChartCard busy={!props.waiting}>
      <ChartSkeleton
        waiting={props.waiting}
        {...durationsFrame(props.interval, props.empty)}
        legend={LEGEND_SPACE}
      />
    </ChartCard>
  );
}

export function SeveritySkeleton(props: { interval: Interval }) {
  return (
    <ChartCard busy>
      <ChartSkeleton {...severityFrame(props.interval)} legend={LEGEND_SPACE} />
    </ChartCard>
  );
}
