import { ReactNode, Suspense, lazy, memo, useId } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { NotPrinted } from '../print/NotPrinted';
import { VisuallyHidden } from '../VisuallyHidden';
import { ChartShell } from './ChartShell';
import {
  SPARKLINE_HEIGHT,
  distributionDefaults,
  durationDefaults,
  funnelDefaults,
  seriesDefaults,
  severityDefaults,
} from './defaults';
import { durationNote, useDurationLegend } from './durationData';
import { Legend } from './Legend';
import { useSeverityLegend } from './severityData';
import { TableToggle } from './TableToggle';
import {
  ChartBaseProps,
  DurationChartProps,
  SeverityChartProps,
  SparklineProps,
} from './types';
import {
  DistributionChartProps,
  FunnelChartProps,
  SeriesChartProps,
} from './figureTypes';

// Not drawn again for the same data: a card is rendered with every change of the page's address.
const DurationChart = lazy(async () => ({
  default: memo((await import('./DurationChart')).DurationChart),
}));
const SeverityChart = lazy(async () => ({
  default: memo((await import('./SeverityChart')).SeverityChart),
}));
const SeriesChart = lazy(async () => ({
  default: memo((await import('./SeriesChart')).SeriesChart),
}));
const DistributionChart = lazy(async () => ({
  default: memo((await import('./DistributionChart')).DistributionChart),
}));
const FunnelChart = lazy(async () => ({
  default: memo((await import('./FunnelChart')).FunnelChart),
}));
const Sparkline = lazy(async () => ({
  default: (await import('./Sparkline')).Sparkline,
}));

/** A `DurationChart`, its code loaded when it is first drawn. @public */
export function LazyDurationChart(props: DurationChartProps) {
  return (
    <Suspense fallback={<DurationFallback {...props} />}>
      <DurationChart {...props} />
    </Suspense>
  );
}

function DurationFallback(props: DurationChartProps) {
  return (
    <ChartSkeleton
      {...durationDefaults(props.interval)}
      {...props}
      note={durationNote(props)}
      legend={<Legend items={useDurationLegend(props)} />}
    />
  );
}

/** A `SeverityChart`, its code loaded when it is first drawn. @public */
export function LazySeverityChart(props: SeverityChartProps) {
  return (
    <Suspense fallback={<SeverityFallback {...props} />}>
      <SeverityChart {...props} />
    </Suspense>
  );
}

function SeverityFallback(props: SeverityChartProps) {
  return (
    <ChartSkeleton
      {...severityDefaults(props.interval)}
      {...props}
      legend={<Legend items={useSeverityLegend(props)} />}
    />
  );
}

/** A `SeriesChart`, its code loaded when it is first drawn. @public */
export function LazySeriesChart(props: SeriesChartProps) {
  return (
    <Suspense
      fallback={
        <ChartSkeleton {...seriesDefaults(props.interval)} {...props} />
      }
    >
      <SeriesChart {...props} />
    </Suspense>
  );
}

/** A `DistributionChart`, its code loaded when it is first drawn. @public */
export function LazyDistributionChart(props: DistributionChartProps) {
  return (
    <Suspense
      fallback={
        <ChartSkeleton
          {...distributionDefaults(props.rows.length)}
          {...props}
        />
      }
    >
      <DistributionChart {...props} />
    </Suspense>
  );
}

/** A `FunnelChart`, its code loaded when it is first drawn. @public */
export function LazyFunnelChart(props: FunnelChartProps) {
  return (
    <Suspense fallback={<ChartSkeleton {...funnelDefaults()} {...props} />}>
      <FunnelChart {...props} />
    </Suspense>
  );
}

/** A `Sparkline`, its code loaded when it is first drawn. @public */
export function LazySparkline(props: SparklineProps) {
  const height = props.height ?? SPARKLINE_HEIGHT;
  return (
    <Suspense fallback={<Skeleton variant="rect" height={height} />}>
      <Sparkline {...props} />
    </Suspense>
  );
}

/**
 * Stands in for a chart that loads, as high as the chart. For a page whose data
 * is still on its way give it the title and the height of the chart to come.
 *
 * @public
 */
export function ChartSkeleton(
  props: ChartBaseProps & {
    height: number;
    legend?: ReactNode;
    /** Whether it begins to load only when it comes into sight. */
    waiting?: boolean;
  },
) {
  const titleId = useId();
  return (
    <ChartShell
      {...props}
      titleId={titleId}
      busy={!props.waiting}
      action={<TableToggle asTable={false} hidden />}
    >
      <VisuallyHidden>
        {props.waiting ? 'Loads when it comes into view' : 'Loading'}
      </VisuallyHidden>
      <NotPrinted>
        <Skeleton variant="rect" height={props.height} />
      </NotPrinted>
    </ChartShell>
  );
}
