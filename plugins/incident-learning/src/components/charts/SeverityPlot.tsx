import { memo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { Bar as BarShape } from '@visx/shape';
import { severityFill } from '../palette';
import { TimeAxis, ValueAxis } from './axes';
import { severityStroke } from './severityData';
import { Bar, SeverityLayout } from './severityLayout';

function Plot(props: { layout: SeverityLayout }) {
  const { left, right, bottom, x, y, ticks, bars } = props.layout;
  return (
    <>
      <ValueAxis scale={y} left={left} right={right} ticks={ticks} />
      <TimeAxis scale={x} top={bottom} left={left} right={right} />
      {bars.map(bar => (
        <Segment key={`${bar.bucket.start} ${bar.level}`} bar={bar} />
      ))}
    </>
  );
}

function Segment(props: { bar: Bar }) {
  const theme = useTheme<Theme>();
  const { level, x, y, width, height } = props.bar;
  // The outline lies inside, so that neighbours do not cover each other.
  const inset = Math.min(0.5, width / 2, height / 2);
  return (
    <BarShape
      x={x + inset}
      y={y + inset}
      width={Math.max(0, width - 2 * inset)}
      height={Math.max(0, height - 2 * inset)}
      fill={severityFill(theme, level)}
      stroke={severityStroke(theme, level)}
      strokeDasharray={level === 'unknown' ? '2 2' : undefined}
    />
  );
}

/** The drawing of the bars, with its axes. */
export const SeverityPlot = memo(Plot);
