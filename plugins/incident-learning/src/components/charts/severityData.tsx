import { Theme, useTheme } from '@material-ui/core/styles';
import {
  SEVERITIES,
  type Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  formatBucket,
  formatCount,
  formatQuantity,
  formatShare,
} from '../format';
import { severityFill, severityOutline } from '../palette';
import { LegendItem } from './Legend';
import { MarkText } from './marks';
import { ChartTable, SeverityBucket, SeverityChartProps } from './types';

type Counts = SeverityBucket['counts'];

/** What a level is called. */
export function severityName(severity: Severity): string {
  return severity[0].toUpperCase() + severity.slice(1);
}

/** Incidents of a bucket, of every level. */
export function totalOf(counts: Counts): number {
  return SEVERITIES.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
}

/** The buckets that hold an incident, by time. */
export function filledBuckets(props: Pick<SeverityChartProps, 'buckets'>) {
  return props.buckets
    .filter(bucket => totalOf(bucket.counts) > 0)
    .sort((a, b) => a.start.localeCompare(b.start));
}

function sumOf(buckets: SeverityBucket[], level: Severity): number {
  return buckets.reduce((sum, { counts }) => sum + (counts[level] ?? 0), 0);
}

/** Worst first, from the bottom of the bars up. */
export function useSeverityLegend(
  props: Pick<SeverityChartProps, 'buckets'>,
): LegendItem[] {
  const theme = useTheme<Theme>();
  return SEVERITIES.map(level => ({
    key: level,
    label: severityName(level),
    count: formatCount(sumOf(props.buckets, level)),
    glyph: (
      <svg width={12} height={12} aria-hidden>
        <rect
          x={0.5}
          y={0.5}
          width={11}
          height={11}
          fill={severityFill(theme, level)}
          stroke={severityOutline(theme, level)}
          strokeDasharray={level === 'unknown' ? '2 2' : undefined}
        />
      </svg>
    ),
  }));
}

/** The counts as a table. */
export function severityTables(props: SeverityChartProps): ChartTable[] {
  const { interval } = props;
  return [
    {
      caption: `Incidents by ${interval} and severity; a ${interval} without incidents is left out`,
      columns: [
        { header: interval[0].toUpperCase() + interval.slice(1) },
        ...SEVERITIES.map(level => ({
          header: severityName(level),
          numeric: true,
        })),
        { header: 'All', numeric: true },
      ],
      rows: filledBuckets(props).map(({ start, counts }) => ({
        key: start,
        cells: [
          formatBucket(start, interval),
          ...SEVERITIES.map(level => formatCount(counts[level] ?? 0)),
          formatCount(totalOf(counts)),
        ],
      })),
    },
  ];
}

/** What the chart says, in words. */
export function severitySummary(props: SeverityChartProps): string {
  const buckets = filledBuckets(props);
  if (buckets.length === 0) {
    return 'No incidents.';
  }
  const total = buckets.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  const levels = SEVERITIES.map(
    level => `${formatCount(sumOf(buckets, level))} ${level}`,
  ).join(', ');
  const busiest = buckets.reduce((a, b) =>
    totalOf(b.counts) > totalOf(a.counts) ? b : a,
  );
  return `${formatQuantity(total, 'incident')} in ${formatQuantity(
    buckets.length,
    props.interval,
  )} with incidents: ${levels}. Most in ${formatBucket(
    busiest.start,
    props.interval,
  )}: ${formatCount(totalOf(busiest.counts))}.`;
}

/** What is told of one bar. */
export function describeSeverity(
  bucket: SeverityBucket,
  level: Severity,
  props: SeverityChartProps,
): MarkText {
  const total = totalOf(bucket.counts);
  const count = bucket.counts[level] ?? 0;
  return {
    title: formatBucket(bucket.start, props.interval),
    lines: [
      `${severityName(level)}: ${formatCount(count)} of ${formatCount(
        total,
      )} (${formatShare(count / total)})`,
    ],
  };
}
