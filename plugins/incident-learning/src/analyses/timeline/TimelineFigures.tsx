import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  IncidentTimes,
  TimelineAnalysisEvent,
  timelineDelays,
  timelinePhases,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatDuration, formatTime } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& caption': {
        captionSide: 'top',
        textAlign: 'left',
        padding: theme.spacing(0.5, 0),
        color: theme.palette.text.secondary,
      },
      '& th, & td': {
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        textAlign: 'left',
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
      },
      '& th': { fontWeight: 500, overflowWrap: 'break-word' },
      '& td:last-child, & thead th:last-child': {
        paddingRight: 0,
        textAlign: 'right',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
      },
      '& tbody th': { fontWeight: 400 },
    },
  }),
  { name: 'HindsightTimelineFigures' },
);

/** How long the phases took, and how long it took from knowing to acting. */
export function TimelineFigures(props: {
  events: TimelineAnalysisEvent[];
  times: IncidentTimes;
}) {
  const classes = useStyles();
  const titleId = useId();
  const phases = timelinePhases(props.times);
  const delays = timelineDelays(props.events);
  const texts = new Map(props.events.map(({ id, text }) => [id, text]));
  if (phases.length === 0 && delays.length === 0) {
    return null;
  }
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <h5 id={titleId} className={classes.title}>
        How long it took
      </h5>
      {phases.length > 0 && (
        <table className={classes.table}>
          <caption>Phases, by the times of the incident</caption>
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">From</th>
              <th scope="col">Duration</th>
            </tr>
          </thead>
          <tbody>
            {phases.map(({ label, from, durationMs, precision }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{formatTime(from, precision)}</td>
                <td>
                  {durationMs === undefined
                    ? 'not known'
                    : formatDuration(durationMs)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {delays.length > 0 && (
        <table className={classes.table}>
          <caption>
            From knowing to acting; where no answer is named, the next action or
            decision counts
          </caption>
          <thead>
            <tr>
              <th scope="col">Known</th>
              <th scope="col">Answered by</th>
              <th scope="col">Delay</th>
            </tr>
          </thead>
          <tbody>
            {delays.map(
              ({ eventId, actionId, untilActedMs, untilKnownMs, inferred }) => (
                <tr key={eventId}>
                  <th scope="row">
                    {texts.get(eventId)}
                    {untilKnownMs !== undefined &&
                      ` (known after ${formatDuration(untilKnownMs)})`}
                  </th>
                  <td>
                    {texts.get(actionId)}
                    {inferred && ' (the next)'}
                  </td>
                  <td>{formatDuration(untilActedMs)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}
