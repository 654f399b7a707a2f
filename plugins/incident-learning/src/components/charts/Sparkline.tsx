import { Theme, useTheme } from '@material-ui/core/styles';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { LinePath } from '@visx/shape';
import {
  formatBucket,
  formatDuration,
  formatNumber,
  formatQuantity,
  formatShare,
} from '../format';
import { MARK_CONTRAST, toneColor } from '../palette';
import { bucketEnd } from './buckets';
import { MeasuredWidth } from './ChartFrame';
import { SPARKLINE_HEIGHT } from './defaults';
import { SparklinePoint, SparklineProps } from './types';

const PAD = 4;

const FORMAT: Record<SparklineProps['kind'], (value: number) => string> = {
  duration: formatDuration,
  share: formatShare,
  number: formatNumber,
};

/**
 * A line as large as a word. Buckets that follow each other are joined, an
 * absent one is a gap, and one that stands alone is a dot.
 *
 * @public
 */
export function Sparkline(props: SparklineProps) {
  const height = props.height ?? SPARKLINE_HEIGHT;
  const points = [...props.points].sort((a, b) =>
    a.start.localeCompare(b.start),
  );
  return (
    <div role="img" aria-label={describe(props, points)} style={{ height }}>
      <MeasuredWidth height={height}>
        {width => (
          <Line {...props} points={points} width={width} height={height} />
        )}
      </MeasuredWidth>
    </div>
  );
}

function Line(props: SparklineProps & { width: number; height: number }) {
  const theme = useTheme<Theme>();
  const { width, height, interval } = props;
  const color = toneColor(theme, 'neutral', MARK_CONTRAST);
  const x = scaleUtc<number>({
    domain: [new Date(props.from), new Date(props.to)],
    range: [PAD, width - PAD],
  });
  const sizes = props.points.map(point => sizeOf(point.value, props.kind));
  const low = Math.min(...sizes);
  const high = Math.max(...sizes);
  const y = scaleLinear<number>({
    domain: low === high ? [low - 1, high + 1] : [low, high],
    range: [height - PAD, PAD],
  });
  const place = (point: SparklinePoint) => ({
    x: x(middle(point.start, interval)),
    y: y(sizeOf(point.value, props.kind)),
  });
  const runs = splitRuns(props.points, interval);
  const last = props.points[props.points.length - 1];
  return (
    <svg width={width} height={height} aria-hidden style={{ display: 'block' }}>
      {runs.map(run =>
        run.length > 1 ? (
          <LinePath
            key={run[0].start}
            data={run.map(place)}
            x={point => point.x}
            y={point => point.y}
            stroke={color}
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
        ) : (
          <circle
            key={run[0].start}
            cx={place(run[0]).x}
            cy={place(run[0]).y}
            r={1.5}
            fill={color}
          />
        ),
      )}
      {last && (
        <circle
          cx={place(last).x}
          cy={place(last).y}
          r={2.5}
          fill={theme.palette.text.primary}
        />
      )}
    </svg>
  );
}

/** Durations by their order of magnitude; one second more keeps zero finite. */
function sizeOf(value: number, kind: SparklineProps['kind']): number {
  return kind === 'duration' ? Math.log1p(Math.max(0, value) / 1000) : value;
}

function middle(start: string, interval: SparklineProps['interval']): Date {
  return new Date((Date.parse(start) + bucketEnd(start, interval)) / 2);
}

/** Splits the points where a bucket between them is absent. */
function splitRuns(
  points: SparklinePoint[],
  interval: SparklineProps['interval'],
): SparklinePoint[][] {
  const runs: SparklinePoint[][] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const follows =
      before && bucketEnd(before.start, interval) === Date.parse(point.start);
    if (follows) {
      runs[runs.length - 1].push(point);
    } else {
      runs.push([point]);
    }
  });
  return runs;
}

function describe(props: SparklineProps, points: SparklinePoint[]): string {
  const { label, interval, kind } = props;
  if (points.length === 0) {
    return `${label}: no data`;
  }
  const format = FORMAT[kind];
  const say = (point: SparklinePoint) =>
    `${format(point.value)} in ${formatBucket(point.start, interval)}`;
  const low = points.reduce((a, b) => (b.value < a.value ? b : a));
  const high = points.reduce((a, b) => (b.value > a.value ? b : a));
  return `${label}, ${formatQuantity(points.length, interval)} with data: ${say(
    points[0],
  )}, ${say(points[points.length - 1])}; lowest ${say(low)}, highest ${say(
    high,
  )}`;
}
