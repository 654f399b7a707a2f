import { memo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { Bar as BarShape } from '@visx/shape';
import { severityFill, severityOutline } from '../palette';
import { TimeAxis, ValueAxis } from './axes';
import { Bar, SeverityLayout } from './severityLayout';

function Plot(props: { layout: SeverityLayout }) {
  const { left, right, bottom, x, y, ticks, bars, interval, anchor } =
    props.layout;
  return (
    <>
      <ValueAxis scale={y} left={left} right={right} ticks={ticks} />
      <TimeAxis
        scale={x}
        interval={interval}
        anchor={anchor}
        top={bottom}
        left={left}
        right={right}
      />
      {bars.map(bar => (
        <Segment key={`${bar.bucket.start} ${bar.level}`} bar={bar} />
      ))}
    </>
  );
}

function Segment(props: { bar: Bar }) {
  const theme = useTheme<Theme>();
  const { level, x, y, width, height } = props.bar;
  // Neighbours share the line between them.
  return (
    <BarShape
      x={x}
      y={y}
      width={width}
      height={height}
      fill={severityFill(theme, level)}
      stroke={severityOutline(theme, level)}
      strokeDasharray={level === 'unknown' ? '2 2' : undefined}
    />
  );
}

/** The drawing of the bars, with its axes. */
export const SeverityPlot = memo(Plot);
