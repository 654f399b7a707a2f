import { memo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { scaleLinear } from '@visx/scale';
import { ValueAxis, useAxisStyle } from '../../components/charts/axes';
import { formatNumber } from '../../components';
import { formatScore } from '../parts/formatRisk';
import { ScatterFrame, xOf, yOf } from './scatterLayout';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const LEFT = 44;

/** What no slider moves. */
const Scales = memo((props: { frame: ScatterFrame; hasUnknown: boolean }) => {
  const style = useAxisStyle();
  const { frame } = props;
  const { right, top, bottom } = frame;
  const label = { ...style.label, textAnchor: 'middle' as const };
  return (
    <>
      <ValueAxis
        scale={scaleLinear<number>({ domain: [0, 1], range: [bottom, top] })}
        left={LEFT}
        right={right}
        ticks={TICKS.map(value => ({
          value,
          label: formatNumber(value, 2),
        }))}
      />
      {TICKS.map(value => (
        <text key={value} {...label} x={xOf(frame, value)} y={bottom + 16}>
          {formatNumber(value, 2)}
        </text>
      ))}
      {props.hasUnknown && (
        <text {...label} x={frame.unknown} y={bottom + 16}>
          n/k
        </text>
      )}
      <text {...label} x={(frame.left + right) / 2} y={bottom + 33}>
        Severity, 0 to 1{props.hasUnknown && ' (n/k: not known)'}
      </text>
    </>
  );
});

/** Score on the left, severity below, and the thresholds across. */
export function ScatterAxes(props: {
  frame: ScatterFrame;
  hasUnknown: boolean;
  before: number | undefined;
  after: number | undefined;
}) {
  return (
    <>
      <Scales frame={props.frame} hasUnknown={props.hasUnknown} />
      <Thresholds {...props} />
    </>
  );
}

function Thresholds(props: {
  frame: ScatterFrame;
  before: number | undefined;
  after: number | undefined;
}) {
  const theme = useTheme<Theme>();
  const style = useAxisStyle();
  const { frame, before, after } = props;
  const across = (value: number) => ({
    x1: LEFT,
    x2: frame.right,
    y1: yOf(frame, value),
    y2: yOf(frame, value),
  });
  return (
    <>
      {before !== after && before !== undefined && (
        <line
          {...across(before)}
          stroke={theme.palette.text.secondary}
          strokeDasharray="3 4"
        />
      )}
      {after !== undefined && (
        <>
          <line
            {...across(after)}
            stroke={theme.palette.text.primary}
            strokeWidth={1.5}
          />
          <text
            {...style.label}
            x={LEFT + 6}
            y={yOf(frame, after) - 5}
            fill={theme.palette.text.primary}
            stroke={theme.palette.background.paper}
            strokeWidth={4}
            paintOrder="stroke"
          >
            Threshold {formatScore(after)}
          </text>
        </>
      )}
    </>
  );
}
