import { memo, useId, useMemo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { scaleLinear } from '@visx/scale';
import {
  formatCount,
  formatQuantity,
  formatRange,
  formatShare,
} from '../format';
import { MARK_CONTRAST, toneColor } from '../palette';
import { ValueAxis, useAxisStyle } from './axes';
import { ChartFrame } from './ChartFrame';
import { funnelDefaults } from './defaults';
import { FunnelLayout, funnelLayers, layOutFunnel } from './funnelLayout';
import {
  INNER,
  FunnelStanding,
  funnelLimits,
  standingOf,
} from './funnelLimits';
import { nearest } from './marks';
import { MarkSurface } from './MarkSurface';
import { ChartTable } from './types';
import { FunnelChartProps } from './figureTypes';

const WORDS: Record<FunnelStanding, string> = {
  within: 'Within what chance explains',
  above: 'Above the 95 % limits',
  below: 'Below the 95 % limits',
  'far-above': 'Above the 99.8 % limits',
  'far-below': 'Below the 99.8 % limits',
};

/**
 * Groups by their size and share, with limits around the share of all: what
 * lies between them may be noise, however it would rank.
 *
 * @public
 */
export function FunnelChart(props: FunnelChartProps) {
  const tables = useMemo(() => tablesOf(props), [props]);
  return (
    <ChartFrame
      {...funnelDefaults()}
      {...props}
      summary={summaryOf(props)}
      tables={tables}
    >
      {size => <Drawing chart={props} {...size} />}
    </ChartFrame>
  );
}

const Plot = memo(
  ({ layout, height }: { layout: FunnelLayout; height: number }) => {
    const theme = useTheme<Theme>();
    const style = useAxisStyle();
    const { left, right, top, bottom } = layout;
    const clipId = useId();
    const ink = toneColor(theme, 'info', MARK_CONTRAST);
    const out = toneColor(theme, 'warning', MARK_CONTRAST);
    const pixels = scaleLinear<number>({
      domain: [0, height],
      range: [0, height],
    });
    const quiet = toneColor(theme, 'neutral', MARK_CONTRAST);
    return (
      <>
        <ValueAxis
          scale={pixels}
          left={left}
          right={right}
          ticks={layout.yTicks.map(({ y, label }) => ({ value: y, label }))}
        />
        {layout.xTicks.map(({ x, label }) => (
          <text
            {...style.label}
            key={label}
            x={x}
            y={bottom + 16}
            textAnchor="middle"
          >
            {label}
          </text>
        ))}
        <text
          {...style.label}
          x={(left + right) / 2}
          y={bottom + 36}
          textAnchor="middle"
        >
          incidents
        </text>
        <path
          d={`M${left} ${layout.center}H${right}`}
          stroke={theme.palette.text.primary}
          strokeWidth={1.5}
        />
        <clipPath id={clipId}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
        <g clipPath={`url(#${clipId})`}>
          {layout.inner.map((line, index) => (
            <path
              key={index}
              d={pathOf(line)}
              fill="none"
              stroke={quiet}
              strokeDasharray="6 4"
            />
          ))}
          {layout.outer.map((line, index) => (
            <path key={index} d={pathOf(line)} fill="none" stroke={quiet} />
          ))}
        </g>
        {layout.groups.map(({ key, x, y, standing, label }, index) => (
          <g key={key}>
            <path
              d={
                standing === 'within'
                  ? `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z`
                  : `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${
                      x - 6.5
                    } ${y}Z`
              }
              fill={standing === 'within' ? ink : out}
              stroke={theme.palette.background.paper}
            />
            {standing !== 'within' && (
              <text
                {...style.label}
                fill={theme.palette.text.primary}
                x={x > right - 140 ? x - 10 : x + 10}
                y={y}
                dy={index % 2 === 0 ? '0.33em' : '-0.4em'}
                textAnchor={x > right - 140 ? 'end' : 'start'}
              >
                {label}
              </text>
            )}
          </g>
        ))}
      </>
    );
  },
);

function Drawing(props: {
  chart: FunnelChartProps;
  width: number;
  height: number;
}) {
  const theme = useTheme<Theme>();
  const { chart, width, height } = props;
  const layout = useMemo(
    () => layOutFunnel(chart, { width, height }),
    [chart, width, height],
  );
  const layers = useMemo(() => funnelLayers(layout, 'Teams'), [layout]);
  const { onSelect } = chart;
  return (
    <MarkSurface
      width={width}
      height={height}
      layers={layers}
      hit={(x, y) => nearest(layers, x, y, 16)}
      describe={({ index }) => {
        const { label, value, n, standing } = layout.groups[index];
        return {
          title: label,
          lines: [
            `${formatShare(value)} of ${formatQuantity(n, 'incident')}`,
            WORDS[standing],
          ],
        };
      }}
      onSelect={onSelect && (({ index }) => onSelect(layout.groups[index].key))}
      highlight={({ x, y }) => (
        <circle
          cx={x}
          cy={y}
          r={8}
          fill="none"
          stroke={theme.palette.text.primary}
          strokeWidth={2}
        />
      )}
    >
      <Plot layout={layout} height={height} />
    </MarkSurface>
  );
}

function pathOf(line: { x: number; y: number }[]): string {
  return line
    .map(
      ({ x, y }, index) =>
        `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`,
    )
    .join('');
}

function tablesOf(props: FunnelChartProps): ChartTable[] {
  const { points, center, valueName } = props;
  return [
    {
      caption: `${valueName} by team, beside ${formatShare(center)} of all`,
      columns: [
        { header: 'Team' },
        { header: valueName, numeric: true },
        { header: '95 % interval', numeric: true },
        { header: 'n', numeric: true },
        { header: '95 % limits at this n', numeric: true },
        { header: 'Reading' },
      ],
      rows: points.map(({ key, label, value, n, ci }) => {
        const { low, high } = funnelLimits(center, n, INNER);
        return {
          key,
          cells: [
            label,
            formatShare(value),
            ci ? formatRange(ci, formatShare) : 'n too small',
            formatCount(n),
            formatRange([low, high], formatShare),
            WORDS[standingOf(value, n, center)],
          ],
        };
      }),
    },
  ];
}

function summaryOf({ points, center, valueName }: FunnelChartProps): string {
  const out = points.filter(
    ({ value, n }) => standingOf(value, n, center) !== 'within',
  );
  const named = out
    .map(({ label, value }) => `${label} ${formatShare(value)}`)
    .join(', ');
  return `${valueName} of ${formatQuantity(
    points.length,
    'team',
  )} around ${formatShare(center)} of all. ${
    out.length === 0
      ? 'None is outside the 95 % limits.'
      : `Outside the 95 % limits: ${named}.`
  }`;
}
