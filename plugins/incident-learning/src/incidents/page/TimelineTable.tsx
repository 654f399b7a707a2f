import { makeStyles } from '@material-ui/core/styles';
import type { TimelineEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { PersonName } from '../../components/entities';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& th, & td': {
        padding: theme.spacing(1, 2, 1, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': { borderTop: 0, paddingTop: 0, fontWeight: 500 },
      '& td': { overflowWrap: 'anywhere', minWidth: 120 },
      [theme.breakpoints.down('xs')]: {
        '&, & tbody, & tr, & td, & th': { display: 'block' },
        '& thead': { display: 'none' },
        '& tr': {
          padding: theme.spacing(1, 0),
          borderTop: `1px solid ${theme.palette.divider}`,
        },
        '& th, & td': { padding: 0, border: 0 },
      },
    },
    time: {
      fontWeight: 400,
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
    },
    note: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningTimelineTable' },
);

/** Events as a table, the earliest first. */
export function TimelineTable(props: {
  events: TimelineEvent[];
  label: string;
}) {
  const classes = useStyles();
  const events = [...props.events].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">What happened</th>
            <th scope="col">What was done</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event, index) => (
            <EventRow key={index} event={event} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EventRow({ event }: { event: TimelineEvent }) {
  const classes = useStyles();
  const { kind, source } = event;
  return (
    <tr>
      <th scope="row" className={classes.time}>
        {formatTime(event.at)}
      </th>
      <td>
        {event.event}
        {(kind || source) && (
          <div className={classes.note}>
            {kind}
            {kind && source && ', '}
            {source && (
              <>
                from <PersonName entityRef={source} />
              </>
            )}
          </div>
        )}
      </td>
      <td>{event.action}</td>
    </tr>
  );
}
