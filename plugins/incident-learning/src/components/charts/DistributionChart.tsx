import { useMemo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  formatCount,
  formatDuration,
  formatQuantity,
  formatRange,
} from '../format';
import { seriesColor } from '../palette';
import { ChartFrame } from './ChartFrame';
import { distributionDefaults } from './defaults';
import {
  distributionLayers,
  hitDistribution,
  layOutDistribution,
} from './distributionLayout';
import { DistributionPlot } from './DistributionPlot';
import { markerPath } from './durationData';
import { MarkSurface } from './MarkSurface';
import { ChartTable } from './types';
import { DistributionChartProps, DistributionRow } from './figureTypes';

/**
 * How durations are spread, one row below the other on one log scale: every
 * incident is a dot, the median a line, its 95 % interval a band.
 *
 * @public
 */
export function DistributionChart(props: DistributionChartProps) {
  const tables = useMemo(() => tablesOf(props.rows), [props.rows]);
  return (
    <ChartFrame
      {...distributionDefaults(props.rows.length)}
      {...props}
      summary={props.rows.map(describeRow).join(' ')}
      tables={tables}
    >
      {size => <Drawing chart={props} {...size} />}
    </ChartFrame>
  );
}

function Drawing(props: {
  chart: DistributionChartProps;
  width: number;
  height: number;
}) {
  const theme = useTheme<Theme>();
  const { chart, width, height } = props;
  const layout = useMemo(
    () => layOutDistribution(chart, { width, height }),
    [chart, width, height],
  );
  const layers = useMemo(() => distributionLayers(layout), [layout]);
  const { onSelect, series } = chart;
  const valueAt = (mark: { layer: number; index: number }) => {
    const row = layout.rows[mark.layer];
    return { row, value: row.values[row.dots[mark.index].valueIndex] };
  };
  return (
    <MarkSurface
      width={width}
      height={height}
      layers={layers}
      hit={(x, y) => hitDistribution(layers, x, y)}
      describe={mark => {
        const { row, value } = valueAt(mark);
        return {
          title: value.label,
          lines: [formatDuration(value.valueMs), row.label],
        };
      }}
      onSelect={onSelect && (mark => onSelect(valueAt(mark).value.id))}
      highlight={({ x, y }) => (
        <path
          d={markerPath(series, x, y, 6)}
          fill={seriesColor(theme, series)}
          stroke={theme.palette.text.primary}
          strokeWidth={1.5}
        />
      )}
    >
      <DistributionPlot layout={layout} series={series} />
    </MarkSurface>
  );
}

function describeRow(row: DistributionRow): string {
  if (row.median === undefined) {
    return `${row.label}: no data.`;
  }
  const interval = row.ci
    ? `, 95 % interval ${formatRange(row.ci, formatDuration)}`
    : '';
  return `${row.label}: ${formatQuantity(
    row.n,
    'incident',
  )}, median ${formatDuration(row.median)}${interval}.`;
}

function tablesOf(rows: DistributionRow[]): ChartTable[] {
  return [
    {
      caption: 'Summary',
      columns: [
        { header: 'Incidents of' },
        { header: 'Median', numeric: true },
        { header: '95 % interval', numeric: true },
        { header: 'P90', numeric: true },
        { header: 'n', numeric: true },
      ],
      rows: rows
        .filter(({ n }) => n > 0)
        .map(({ key, label, median, ci, p90, n }) => ({
          key,
          cells: [
            label,
            median === undefined ? 'none' : formatDuration(median),
            ci ? formatRange(ci, formatDuration) : 'n too small',
            p90 === undefined ? 'none' : formatDuration(p90),
            formatCount(n),
          ],
        })),
    },
    ...rows.map(row => ({
      caption: row.label,
      columns: [{ header: 'Incident' }, { header: 'Time', numeric: true }],
      rows: [...row.values]
        .sort((a, b) => b.valueMs - a.valueMs)
        .map(({ id, label, href, valueMs }) => ({
          key: id,
          // Made when they are read: of thousands few are.
          get cells() {
            return [
              href ? <Link to={href}>{label}</Link> : label,
              formatDuration(valueMs),
            ];
          },
        })),
    })),
  ];
}
