import { Theme, useTheme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  formatBucket,
  formatCount,
  formatDuration,
  formatQuantity,
  formatRange,
  formatTime,
} from '../format';
import { seriesColor } from '../palette';
import { LegendItem } from './Legend';
import {
  ChartTable,
  DurationChartProps,
  DurationPoint,
  DurationSeries,
} from './types';

/** In the order of an incident's life. */
export const DURATION_SERIES: DurationSeries[] = [
  'detect',
  'contain',
  'resolve',
];

/** What the series are called. */
export const SERIES_NAME: Record<DurationSeries, string> = {
  detect: 'Time to detect',
  contain: 'Time to contain',
  resolve: 'Time to resolve',
};

/** Dash pattern of a series' median, so that the lines differ without colour. */
export const SERIES_DASH: Record<DurationSeries, string | undefined> = {
  detect: undefined,
  contain: '7 3',
  resolve: '2 3',
};

/** Path of a mark of a series: circle, triangle or diamond of equal weight. */
export function markerPath(
  series: DurationSeries,
  x: number,
  y: number,
  radius: number,
): string {
  const at = (dx: number, dy: number) =>
    `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
  const r = radius;
  if (series === 'detect') {
    const arc = `a${r} ${r} 0 1 0 `;
    return `M${at(-r, 0)}${arc}${2 * r} 0${arc}${-2 * r} 0Z`;
  }
  return series === 'contain'
    ? `M${at(0, -r * 1.25)}L${at(r * 1.2, r * 0.9)}L${at(-r * 1.2, r * 0.9)}Z`
    : `M${at(0, -r * 1.3)}L${at(r * 1.3, 0)}L${at(0, r * 1.3)}L${at(
        -r * 1.3,
        0,
      )}Z`;
}

/** The points that can be drawn, by time, and how many cannot. */
export function drawablePoints(
  props: Pick<DurationChartProps, 'points' | 'from' | 'to'>,
) {
  const from = Date.parse(props.from);
  const to = Date.parse(props.to);
  let negative = 0;
  let outside = 0;
  const points: (DurationPoint & { time: number })[] = [];
  for (const point of props.points) {
    const time = Date.parse(point.at);
    if (!(point.valueMs >= 0)) {
      negative += 1;
    } else if (!(time >= from && time <= to)) {
      outside += 1;
    } else {
      points.push({ ...point, time });
    }
  }
  points.sort((a, b) => a.time - b.time);
  return { points, negative, outside };
}

/** The line under the chart: the caller's own, and what had to be left out. */
export function durationNote(
  props: Pick<DurationChartProps, 'points' | 'from' | 'to' | 'note'>,
) {
  const { negative, outside } = drawablePoints(props);
  const left = [
    negative && `${formatQuantity(negative, 'negative duration')}`,
    outside && `${formatCount(outside)} dated outside the period`,
  ].filter(Boolean);
  if (left.length === 0) {
    return props.note;
  }
  return (
    <>
      {props.note} Not drawn: {left.join(', ')}.
    </>
  );
}

/** The legend of the durations that there are. */
export function useDurationLegend(
  props: Pick<DurationChartProps, 'points' | 'medians' | 'from' | 'to'>,
): LegendItem[] {
  const theme = useTheme<Theme>();
  const { points } = drawablePoints(props);
  return DURATION_SERIES.map(series => {
    const n = points.filter(point => point.series === series).length;
    return {
      key: series,
      label: SERIES_NAME[series],
      count: `n ${formatCount(n)}`,
      glyph: (
        <svg width={26} height={12} aria-hidden>
          <line
            x1={0}
            x2={26}
            y1={6}
            y2={6}
            stroke={seriesColor(theme, series)}
            strokeWidth={2}
            strokeDasharray={SERIES_DASH[series]}
          />
          <path
            d={markerPath(series, 13, 6, 4)}
            fill={seriesColor(theme, series)}
          />
        </svg>
      ),
    };
  });
}

/** The medians, then every incident, as tables. */
export function durationTables(props: DurationChartProps): ChartTable[] {
  const medians = [...props.medians].sort(
    (a, b) =>
      a.start.localeCompare(b.start) ||
      DURATION_SERIES.indexOf(a.series) - DURATION_SERIES.indexOf(b.series),
  );
  return [
    {
      caption: `Median by ${props.interval}; a ${props.interval} without data is left out`,
      columns: [
        { header: props.interval[0].toUpperCase() + props.interval.slice(1) },
        { header: 'Duration' },
        { header: 'Median', numeric: true },
        { header: '95 % interval', numeric: true },
        { header: 'n', numeric: true },
      ],
      rows: medians.map(({ series, start, value, n, ci }) => ({
        key: `${series} ${start}`,
        cells: [
          formatBucket(start, props.interval),
          SERIES_NAME[series],
          formatDuration(value),
          ci ? formatRange(ci, formatDuration) : 'n too small',
          formatCount(n),
        ],
      })),
    },
    {
      caption: 'Incidents',
      columns: [
        { header: 'Incident' },
        { header: 'Date (UTC)' },
        { header: 'Duration' },
        { header: 'Time', numeric: true },
      ],
      rows: drawablePoints(props).points.map(point => ({
        key: `${point.series} ${point.id}`,
        // Made when they are read: of thousands few are.
        get cells() {
          return [
            point.href ? (
              <Link to={point.href}>{point.label}</Link>
            ) : (
              point.label
            ),
            formatTime(point.at, point.precision ?? 'day'),
            SERIES_NAME[point.series],
            formatDuration(point.valueMs),
          ];
        },
      })),
    },
  ];
}

/** What the chart says, in words. */
export function durationSummary(props: DurationChartProps): string {
  const { points } = drawablePoints(props);
  return DURATION_SERIES.map(series => {
    const own = points.filter(point => point.series === series);
    if (own.length === 0) {
      return `${SERIES_NAME[series]}: no data.`;
    }
    const values = own.map(point => point.valueMs).sort((a, b) => a - b);
    const medians = props.medians
      .filter(median => median.series === series)
      .sort((a, b) => a.start.localeCompare(b.start));
    const range = `${formatQuantity(
      own.length,
      'incident',
    )} from ${formatDuration(values[0])} to ${formatDuration(
      values[values.length - 1],
    )}`;
    if (medians.length === 0) {
      return `${SERIES_NAME[series]}: ${range}.`;
    }
    const [first] = medians;
    const last = medians[medians.length - 1];
    return `${SERIES_NAME[series]}: ${range}; median ${formatDuration(
      first.value,
    )} in ${formatBucket(first.start, props.interval)}, ${formatDuration(
      last.value,
    )} in ${formatBucket(last.start, props.interval)}.`;
  }).join(' ');
}
