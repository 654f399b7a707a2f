import { memo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { scaleLinear } from '@visx/scale';
import { formatCount } from '../format';
import { seriesColor } from '../palette';
import { TimeAxis, ValueAxis, useAxisStyle } from './axes';
import { SERIES_DASH, markerPath } from './durationData';
import { DurationLayout, N_ROW, SeriesLayout } from './durationLayout';

function Plot(props: { layout: DurationLayout; height: number }) {
  const { layout } = props;
  const { left, right, bottom, y } = layout;
  // Ticks are placed already: the scale of the axis is that of the pixels.
  const pixels = scaleLinear<number>({
    domain: [0, props.height],
    range: [0, props.height],
  });
  return (
    <>
      <ValueAxis
        scale={pixels}
        left={left}
        right={right}
        ticks={y.ticks.map(tick => ({ value: tick.y, label: tick.label }))}
      />
      {y.zero !== undefined && <ZeroStrip layout={layout} zero={y.zero} />}
      <TimeAxis
        scale={layout.x}
        interval={layout.interval}
        anchor={layout.anchor}
        top={bottom}
        left={left}
        right={right}
      />
      {/* Those of several would lie over each other. */}
      {layout.series.length === 1 && <Band layout={layout.series[0]} />}
      {layout.series.map(series => (
        <Dots key={series.series} layout={series} />
      ))}
      {/* All halos come first, so that no median hides another. */}
      {layout.series.map(series => (
        <Halo key={series.series} layout={series} />
      ))}
      {layout.series.map(series => (
        <Median key={series.series} layout={series} />
      ))}
      <SampleSizes layout={layout} height={props.height} />
    </>
  );
}

/** The drawing of the durations; one path per series, however many the dots. */
export const DurationPlot = memo(Plot);

function Dots(props: { layout: SeriesLayout }) {
  const theme = useTheme<Theme>();
  const { series, dots } = props.layout;
  // Many marks are drawn smaller, so that they stay apart.
  const radius = dots.length > 600 ? 2.2 : 3;
  return (
    <path
      d={dots.map(dot => markerPath(series, dot.x, dot.y, radius)).join('')}
      fill={seriesColor(theme, series)}
      fillOpacity={0.5}
    />
  );
}

/** The interval of each median. */
function Band(props: { layout: SeriesLayout }) {
  const theme = useTheme<Theme>();
  const { series, steps } = props.layout;
  return (
    <path
      d={steps
        .flatMap(({ x0, x1, band }) =>
          band ? [`M${x0} ${band[0]}H${x1}V${band[1]}H${x0}Z`] : [],
        )
        .join('')}
      fill={seriesColor(theme, series)}
      fillOpacity={0.14}
    />
  );
}

function Halo(props: { layout: SeriesLayout }) {
  const theme = useTheme<Theme>();
  return (
    <path
      d={props.layout.treads}
      stroke={theme.palette.background.paper}
      strokeWidth={5}
    />
  );
}

function Median(props: { layout: SeriesLayout }) {
  const theme = useTheme<Theme>();
  const { series, treads, risers } = props.layout;
  const color = seriesColor(theme, series);
  return (
    <g fill="none">
      <path d={risers} stroke={color} strokeOpacity={0.45} />
      <path
        d={treads}
        stroke={color}
        strokeWidth={2.5}
        strokeDasharray={SERIES_DASH[series]}
      />
    </g>
  );
}

/** Where durations of zero stand: below a break of the log scale. */
function ZeroStrip(props: { layout: DurationLayout; zero: number }) {
  const style = useAxisStyle();
  const { left, right, y } = props.layout;
  return (
    <g>
      <line
        x1={left}
        x2={right}
        y1={y.logBottom + 4}
        y2={y.logBottom + 4}
        stroke={style.line}
        strokeDasharray="2 4"
      />
      <text
        {...style.label}
        x={left - 8}
        y={props.zero}
        dy="0.33em"
        textAnchor="end"
      >
        0 s
      </text>
    </g>
  );
}

/** Under each bucket, how many incidents its medians were computed from. */
function SampleSizes(props: { layout: DurationLayout; height: number }) {
  const theme = useTheme<Theme>();
  const style = useAxisStyle();
  const { nRows, series, left } = props.layout;
  const top = props.height - nRows.length * N_ROW - 4;
  return (
    <g>
      {series.slice(0, nRows.length).map((row, index) => {
        const y = top + index * N_ROW + N_ROW / 2;
        return (
          <g key={row.series}>
            <path
              d={markerPath(row.series, left - 30, y, 3)}
              fill={seriesColor(theme, row.series)}
            />
            <text
              {...style.label}
              x={left - 8}
              y={y}
              dy="0.33em"
              textAnchor="end"
            >
              n
            </text>
            {row.steps.map(step => (
              <text
                {...style.label}
                key={step.start}
                x={(step.x0 + step.x1) / 2}
                y={y}
                dy="0.33em"
                textAnchor="middle"
              >
                {formatCount(step.n)}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
