import { useMemo, useState } from 'react';
import {
  formatBucket,
  formatDuration,
  formatRange,
  formatTime,
} from '../format';
import { ChartFrame } from './ChartFrame';
import { durationDefaults } from './defaults';
import { DurationHighlight } from './DurationHighlight';
import { DurationPlot } from './DurationPlot';
import {
  SERIES_NAME,
  durationNote,
  durationSummary,
  durationTables,
  useDurationLegend,
} from './durationData';
import {
  DurationLayout,
  durationLayers,
  hitDuration,
  layOutDurations,
} from './durationLayout';
import { Legend } from './Legend';
import { MarkRef, MarkText } from './marks';
import { MarkSurface } from './MarkSurface';
import { DurationChartProps } from './types';

/**
 * Durations over time on a log scale: every incident is a mark, the median of
 * each bucket a step. A bucket without data is a gap; zero, which a log scale
 * cannot hold, has a strip of its own.
 *
 * @public
 */
export function DurationChart(props: DurationChartProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const legend = useDurationLegend(props);
  const tables = useMemo(() => durationTables(props), [props]);
  const summary = useMemo(() => durationSummary(props), [props]);
  const note = useMemo(() => durationNote(props), [props]);

  function toggle(series: string) {
    const next = new Set(hidden);
    if (!next.delete(series)) {
      next.add(series);
    }
    setHidden(next);
  }

  return (
    <ChartFrame
      {...durationDefaults(props.interval)}
      {...props}
      note={note}
      summary={summary}
      tables={tables}
      legend={<Legend items={legend} hidden={hidden} onToggle={toggle} />}
    >
      {({ width, height }) => (
        <Drawing chart={props} hidden={hidden} width={width} height={height} />
      )}
    </ChartFrame>
  );
}

function Drawing(props: {
  chart: DurationChartProps;
  hidden: ReadonlySet<string>;
  width: number;
  height: number;
}) {
  const { chart, hidden, width, height } = props;
  const layout = useMemo(
    () => layOutDurations(chart, { width, height }, hidden),
    [chart, hidden, width, height],
  );
  const layers = useMemo(() => durationLayers(layout), [layout]);
  const { onSelect } = chart;

  function select(mark: MarkRef) {
    const found = lookUp(layout, mark);
    if (found.point) {
      onSelect?.(found.point.id);
    }
  }

  return (
    <MarkSurface
      width={width}
      height={height}
      layers={layers}
      hit={(x, y) => hitDuration(layout, layers, x, y)}
      describe={mark => describe(layout, mark, chart)}
      onSelect={onSelect && select}
      highlight={(mark, ref) => (
        <DurationHighlight mark={mark} {...lookUp(layout, ref)} />
      )}
    >
      <DurationPlot layout={layout} height={height} />
    </MarkSurface>
  );
}

/** Even layers hold the incidents of a series, odd ones its medians. */
function lookUp(layout: DurationLayout, mark: MarkRef) {
  const { series, points, steps } = layout.series[Math.floor(mark.layer / 2)];
  return mark.layer % 2 === 0
    ? { series, point: points[mark.index] }
    : { series, step: steps[mark.index] };
}

function describe(
  layout: DurationLayout,
  mark: MarkRef,
  chart: DurationChartProps,
): MarkText {
  const found = lookUp(layout, mark);
  const name = SERIES_NAME[found.series];
  if (found.point) {
    const { label, at, precision, valueMs } = found.point;
    return {
      title: label,
      lines: [
        `${name}: ${formatDuration(valueMs)}`,
        formatTime(at, precision ?? 'day'),
      ],
    };
  }
  const { start, value, n, ci } = found.step;
  return {
    title: `Median ${name.toLowerCase()}, ${formatBucket(
      start,
      chart.interval,
    )}`,
    lines: [
      `${formatDuration(value)}, n ${n}`,
      ...(ci ? [`95 % interval ${formatRange(ci, formatDuration)}`] : []),
    ],
  };
}
