import { ReactNode, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import OutlinedFlagIcon from '@material-ui/icons/OutlinedFlag';
import EditIcon from '@material-ui/icons/Edit';
import { makeStyles } from '@material-ui/core/styles';
import type { TimelineAnalysisEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { Tag } from '../../components/Tag';
import { NodeMarks } from '../parts';
import { TIMELINE_KIND_WORDS } from './events';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '170px minmax(0, 1fr)',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(1, 0),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    time: {
      fontSize: theme.typography.pxToRem(13),
      lineHeight: '22px',
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
    },
    text: {
      fontSize: theme.typography.pxToRem(15),
      lineHeight: '22px',
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-line',
    },
    note: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    quiet: { textTransform: 'none', color: theme.palette.text.secondary },
    marks: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.25),
    },
  }),
  { name: 'HindsightEventRow' },
);

/** One event of a timeline, with what can be done to it. */
export function EventRow(props: {
  event: TimelineAnalysisEvent;
  evidenceOpen: boolean;
  /** Whether the focus comes back to it. */
  returned: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onEvidence: () => void;
  onCause: () => void;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { event, returned } = props;
  const of = event.text;
  const edit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (returned) {
      edit.current?.focus();
    }
  }, [returned]);

  return (
    <div className={classes.root}>
      <div className={classes.time}>
        {formatTime(event.at, event.precision)}
      </div>
      <div>
        <div className={classes.text}>{event.text}</div>
        <EventNotes event={event} />
        <div className={classes.marks}>
          {event.kind !== 'other' && (
            <Tag
              tone={event.kind === 'decision' ? 'info' : 'neutral'}
              icon={event.marker ? <OutlinedFlagIcon /> : undefined}
            >
              {[TIMELINE_KIND_WORDS[event.kind], event.marker]
                .filter(Boolean)
                .join(': ')}
            </Tag>
          )}
          {event.kind === 'other' && event.marker && (
            <Tag tone="info" icon={<OutlinedFlagIcon />}>
              {event.marker}
            </Tag>
          )}
          <NodeMarks
            node={event}
            of={of}
            empty={false}
            evidenceOpen={props.evidenceOpen}
            onEvidence={props.onEvidence}
            onCause={props.onCause}
          />
          <Button
            size="small"
            className={classes.quiet}
            ref={edit}
            startIcon={<EditIcon />}
            aria-label={`Correct: ${of}`}
            onClick={props.onEdit}
          >
            Correct
          </Button>
          <Button
            size="small"
            className={classes.quiet}
            aria-label={`Remove: ${of}`}
            onClick={props.onRemove}
          >
            Remove
          </Button>
        </div>
        {props.children}
      </div>
    </div>
  );
}

function EventNotes({ event }: { event: TimelineAnalysisEvent }) {
  const classes = useStyles();
  const { source, knownAt, correction } = event;
  const before = correction?.from;
  const notes = [
    source && `from ${source}`,
    knownAt && `known from ${formatTime(knownAt)}`,
    correction && `corrected: ${correction.reason}`,
    before?.at && `said before: ${formatTime(before.at, before.precision)}`,
    before?.text &&
      before.text !== event.text &&
      `said before: “${before.text}”`,
  ].filter(Boolean);
  return notes.length > 0 ? (
    <div className={classes.note}>{notes.join(' · ')}</div>
  ) : null;
}
