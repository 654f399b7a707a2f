import { memo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { formatCount, formatDuration } from '../format';
import { seriesColor } from '../palette';
import { useAxisStyle } from './axes';
import { DistributionLayout, PlacedRow } from './distributionLayout';
import { markerPath } from './durationData';
import { DurationSeries } from './types';

const CRISP = { shapeRendering: 'crispEdges' } as const;

function Plot(props: { layout: DistributionLayout; series: DurationSeries }) {
  const { layout, series } = props;
  const style = useAxisStyle();
  const { ticks, bottom, left, right, logLeft, zero } = layout;
  return (
    <>
      {ticks.map(({ x, label }) => (
        <g key={label}>
          <line
            x1={x}
            x2={x}
            y1={0}
            y2={bottom}
            stroke={style.line}
            {...CRISP}
          />
          <text {...style.label} x={x} y={bottom + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {zero !== undefined && (
        <>
          <line
            x1={logLeft}
            x2={logLeft}
            y1={0}
            y2={bottom}
            stroke={style.line}
            strokeDasharray="2 4"
          />
          <text {...style.label} x={zero} y={bottom + 18} textAnchor="middle">
            0 s
          </text>
        </>
      )}
      <line
        x1={left}
        x2={right}
        y1={bottom}
        y2={bottom}
        stroke={style.line}
        {...CRISP}
      />
      {layout.rows.map(row => (
        <Row key={row.key} row={row} series={series} left={left} />
      ))}
    </>
  );
}

/** The drawing of the rows, with their axis. */
export const DistributionPlot = memo(Plot);

function Row(props: { row: PlacedRow; series: DurationSeries; left: number }) {
  const theme = useTheme<Theme>();
  const style = useAxisStyle();
  const { row, series, left } = props;
  const color = seriesColor(theme, series);
  const { top, bottom, band, medianX, p90X } = row;
  const headline =
    row.median === undefined
      ? 'no data'
      : `median ${formatDuration(row.median)}, n ${formatCount(row.n)}`;
  return (
    <g>
      <text {...style.label} x={left} y={top - 8} fontSize={12}>
        <tspan fill={theme.palette.text.primary} fontWeight={700}>
          {row.label}
        </tspan>
        <tspan dx={8}>{headline}</tspan>
      </text>
      {band && (
        <rect
          x={band[0]}
          y={top}
          width={Math.max(1, band[1] - band[0])}
          height={bottom - top}
          fill={color}
          fillOpacity={0.18}
        />
      )}
      <path
        d={row.dots.map(({ x, y }) => markerPath(series, x, y, 2.3)).join('')}
        fill={color}
        fillOpacity={0.6}
      />
      {p90X !== undefined && (
        <path
          d={`M${p90X} ${bottom - 12}V${bottom}`}
          stroke={theme.palette.text.secondary}
          strokeWidth={2}
        />
      )}
      {medianX !== undefined && (
        <>
          <path
            d={`M${medianX} ${top}V${bottom}`}
            stroke={theme.palette.background.paper}
            strokeWidth={5}
          />
          <path
            d={`M${medianX} ${top}V${bottom}`}
            stroke={theme.palette.text.primary}
            strokeWidth={2}
          />
        </>
      )}
    </g>
  );
}
