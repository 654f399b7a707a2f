import { CSSProperties } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { seriesColor } from '../palette';
import { markerPath } from './durationData';
import { Milestone, Phase, describePhases } from './phases';
import { usePhaseStyles } from './phaseStyles';
import { PhaseTimelineProps } from './types';

// The row (or column) of a phase: what follows each other shares one.
const LANE = { detect: 2, contain: 2, resolve: 3 };

/**
 * The times of an incident from occurrence to closure, and the durations
 * between them. The steps are not to scale, as minutes and years have to be
 * read side by side. What is not known is dashed, and no time is finer than it
 * is known. On a narrow screen it runs from top to bottom.
 *
 * @public
 */
export function PhaseTimeline(props: PhaseTimelineProps) {
  const classes = usePhaseStyles();
  const { milestones, phases, weights } = describePhases(props.incident);
  // Custom properties, as the layout of both directions is up to the styles.
  const tracks = {
    '--tracks': weights
      .map(weight => `minmax(108px, ${weight.toFixed(2)}fr)`)
      .join(' '),
  } as CSSProperties;
  return (
    <section aria-label={props.label ?? 'Phases of the incident'}>
      <div className={classes.grid} style={tracks}>
        <ol className={classes.list} aria-label="Times">
          {milestones.map((milestone, index) => (
            <Step
              key={milestone.name}
              milestone={milestone}
              next={milestones[index + 1]}
              position={index + 1}
            />
          ))}
        </ol>
        <ul className={classes.list} aria-label="Durations">
          {phases.map(phase => (
            <Span key={phase.series} phase={phase} />
          ))}
        </ul>
      </div>
      <div className={classes.note}>
        Not to scale. Dashed: not known, or not yet. Times are in UTC.
      </div>
    </section>
  );
}

function Step(props: {
  milestone: Milestone;
  next?: Milestone;
  position: number;
}) {
  const classes = usePhaseStyles();
  const { milestone, next, position } = props;
  const rail = milestone.known && next?.known ? classes.solid : classes.dashed;
  return (
    <li
      className={classes.step}
      style={{ '--start': position } as CSSProperties}
    >
      <span className={classes.rail} aria-hidden>
        <span
          className={`${classes.point} ${
            milestone.known ? '' : classes.pointUnknown
          }`}
        />
        {next && <span className={`${classes.line} ${rail}`} />}
      </span>
      <div className={classes.words}>
        <div className={classes.name}>{milestone.label}</div>
        <div className={classes.detail}>
          <TimeText text={milestone.text} />
        </div>
        {milestone.problem && <Problem text={milestone.problem} />}
      </div>
    </li>
  );
}

/** Breaks between the date and the time of day, and nowhere else. */
function TimeText(props: { text: string }) {
  const classes = usePhaseStyles();
  const [date, clock] = props.text.split(', ');
  return (
    <>
      <span className={classes.whole}>{clock ? `${date},` : date}</span>
      {clock && ' '}
      {clock && <span className={classes.whole}>{clock}</span>}
    </>
  );
}

function Span(props: { phase: Phase }) {
  const classes = usePhaseStyles();
  const theme = useTheme<Theme>();
  const { phase } = props;
  const color = seriesColor(theme, phase.series);
  const place = {
    '--start': phase.from + 1,
    '--end': phase.to + 1,
    '--lane': LANE[phase.series],
    '--color': color,
  } as CSSProperties;
  return (
    <li className={classes.span} style={place}>
      <span
        className={`${classes.bar} ${phase.known ? '' : classes.barUnknown}`}
        aria-hidden
      />
      <div className={classes.words}>
        <div className={classes.phaseName}>
          <svg width={10} height={10} aria-hidden>
            <path d={markerPath(phase.series, 5, 5, 3.5)} fill={color} />
          </svg>
          {phase.label}
        </div>
        <div className={phase.known ? classes.value : classes.detail}>
          {phase.text}
        </div>
        {phase.origin && <div className={classes.detail}>{phase.origin}</div>}
        {phase.problem && <Problem text={phase.problem} />}
      </div>
    </li>
  );
}

function Problem(props: { text: string }) {
  const classes = usePhaseStyles();
  return (
    <div className={classes.problem}>
      <WarningIcon aria-hidden />
      {props.text}
    </div>
  );
}
