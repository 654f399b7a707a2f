import { useMemo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { ChartFrame } from './ChartFrame';
import { severityDefaults } from './defaults';
import { Legend } from './Legend';
import { MarkSurface } from './MarkSurface';
import {
  describeSeverity,
  severitySummary,
  severityTables,
  useSeverityLegend,
} from './severityData';
import {
  barAt,
  hitSeverity,
  layOutSeverity,
  severityLayers,
} from './severityLayout';
import { SeverityPlot } from './SeverityPlot';
import { SeverityChartProps } from './types';

/**
 * Incidents per bucket as bars, stacked by severity with the worst at the
 * bottom, where lengths compare best. A bucket without incidents has no bar.
 *
 * @public
 */
export function SeverityChart(props: SeverityChartProps) {
  const legend = useSeverityLegend(props);
  const tables = useMemo(() => severityTables(props), [props]);
  return (
    <ChartFrame
      {...severityDefaults(props.interval)}
      {...props}
      summary={severitySummary(props)}
      tables={tables}
      legend={<Legend items={legend} />}
    >
      {size => <Drawing chart={props} {...size} />}
    </ChartFrame>
  );
}

function Drawing(props: {
  chart: SeverityChartProps;
  width: number;
  height: number;
}) {
  const theme = useTheme<Theme>();
  const { chart, width, height } = props;
  const layout = useMemo(
    () => layOutSeverity(chart, { width, height }),
    [chart, width, height],
  );
  const layers = useMemo(() => severityLayers(layout), [layout]);
  const { onSelect } = chart;
  return (
    <MarkSurface
      width={width}
      height={height}
      layers={layers}
      stacked
      hit={(x, y) => hitSeverity(layout, x, y)}
      describe={mark => {
        const { bucket, level } = barAt(layout, mark);
        return describeSeverity(bucket, level, chart);
      }}
      onSelect={
        onSelect &&
        (mark => {
          const { bucket, level } = barAt(layout, mark);
          onSelect(bucket.start, level);
        })
      }
      highlight={(_, ref) => {
        const bar = barAt(layout, ref);
        return (
          <rect
            x={bar.x - 1.5}
            y={bar.y - 1.5}
            width={bar.width + 3}
            height={bar.height + 3}
            fill="none"
            stroke={theme.palette.text.primary}
            strokeWidth={2}
          />
        );
      }}
    >
      <SeverityPlot layout={layout} />
    </MarkSurface>
  );
}
