import { makeStyles } from '@material-ui/core/styles';
import type { RiskSensitivity } from '@hindsight/backstage-plugin-incident-learning-common';
import { MARK_CONTRAST, toneColor } from '../../components/palette';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'block', overflow: 'visible', margin: '4px 0 2px' },
    line: { stroke: theme.palette.divider, strokeWidth: 4 },
    stable: {
      stroke: toneColor(theme, 'info', MARK_CONTRAST),
      strokeWidth: 4,
      strokeOpacity: 0.45,
    },
    flip: {
      stroke: toneColor(theme, 'warning', MARK_CONTRAST),
      strokeWidth: 2,
    },
    now: {
      fill: theme.palette.text.primary,
      stroke: theme.palette.background.paper,
      strokeWidth: 1.5,
    },
  }),
  { name: 'IncidentLearningWeightTrack' },
);

const MIDDLE = 10;

/** A weight from 0 to 1: where it stands, where decisions flip, and between which values none does. */
export function WeightTrack(props: { sensitivity: RiskSensitivity }) {
  const classes = useStyles();
  const { weight, flips } = props.sensitivity;
  const below = flips.filter(({ at }) => at <= weight).map(({ at }) => at);
  const above = flips.filter(({ at }) => at >= weight).map(({ at }) => at);
  const percent = (value: number) => `${value * 100}%`;
  return (
    <svg className={classes.root} width="100%" height={20} aria-hidden>
      <line className={classes.line} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      <line
        className={classes.stable}
        x1={percent(Math.max(0, ...below))}
        x2={percent(Math.min(1, ...above))}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {flips.map(({ at, index }) => (
        <line
          key={`${index} ${at}`}
          className={classes.flip}
          x1={percent(at)}
          x2={percent(at)}
          y1={3}
          y2={17}
        />
      ))}
      <circle className={classes.now} cx={percent(weight)} cy={MIDDLE} r={5} />
    </svg>
  );
}
