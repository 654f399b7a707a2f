import { useState } from 'react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { makeStyles } from '@material-ui/core/styles';
import { formatTime } from '../../../components';
import { Section } from '../../../components/layout';
import { TextInput } from '../fields';
import { useForm } from '../FormContext';
import { MomentInput } from '../TimeInput';
import { isoOf, timeValueOf } from '../timeValues';
import { useRows } from '../useRows';
import { EventValue, newKey } from '../values';
import { useSectionStyles } from './layout';

const useStyles = makeStyles(
  theme => ({
    closed: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
    },
    at: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    text: { overflowWrap: 'anywhere' },
  }),
  { name: 'IncidentLearningTimelineSection' },
);

/** What happened when, event by event; one is open at a time. */
export function TimelineSection() {
  const classes = useSectionStyles();
  const { values, set, problemsWithin } = useForm();
  const [open, setOpen] = useState<string>();
  const rows = useRows<EventValue>({
    name: 'timeline',
    rows: values.timeline,
    onChange: timeline => set({ timeline }),
    make: () => ({
      key: newKey(),
      at: timeValueOf(undefined),
      kind: '',
      event: '',
      action: '',
      source: '',
    }),
  });

  return (
    <Section title="Timeline" note="in UTC">
      <div className={classes.stack} ref={rows.ref}>
        {values.timeline.length > 0 && (
          <ol className={classes.list}>
            {values.timeline.map((event, index) => {
              const path = `timeline.${index}`;
              const isOpen =
                open === event.key || problemsWithin(path).length > 0;
              const common = {
                event,
                index,
                onRemove: () => rows.remove(event.key),
              };
              return (
                <li key={event.key} className={classes.row}>
                  {isOpen ? (
                    <OpenEvent
                      {...common}
                      onChange={patch => rows.change(event.key, patch)}
                      onDone={() => setOpen(undefined)}
                    />
                  ) : (
                    <ClosedEvent
                      {...common}
                      onEdit={() => setOpen(event.key)}
                    />
                  )}
                </li>
              );
            })}
          </ol>
        )}
        <div>
          <Button
            variant="outlined"
            size="small"
            startIcon={<AddIcon />}
            onClick={() => setOpen(rows.add().key)}
          >
            Add an event
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface EventProps {
  event: EventValue;
  index: number;
  onRemove: () => void;
}

function ClosedEvent(props: EventProps & { onEdit: () => void }) {
  const classes = useStyles();
  const { event, index } = props;
  const at = isoOf(event.at);
  return (
    <div className={classes.closed}>
      <div>
        <div className={classes.at}>{at ? formatTime(at) : 'No time'}</div>
        <div className={classes.text}>{event.event || 'No text'}</div>
      </div>
      <div>
        <Button
          size="small"
          aria-label={`Edit event ${index + 1}`}
          onClick={props.onEdit}
        >
          Edit
        </Button>
        <Button
          size="small"
          aria-label={`Remove event ${index + 1}`}
          onClick={props.onRemove}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}

function OpenEvent(
  props: EventProps & {
    onChange: (patch: Partial<EventValue>) => void;
    onDone: () => void;
  },
) {
  const classes = useSectionStyles();
  const { event, index, onChange } = props;
  const path = `timeline.${index}`;
  return (
    <div
      className={classes.stack}
      role="group"
      aria-label={`Event ${index + 1}`}
    >
      <div className={classes.columns}>
        <MomentInput
          path={`${path}.at`}
          label="Time (UTC)"
          value={event.at}
          onChange={at => onChange({ at })}
        />
        <TextInput
          path={`${path}.kind`}
          placeholder="such as detection"
          value={event.kind}
          onChange={kind => onChange({ kind })}
        />
      </div>
      <TextInput
        path={`${path}.event`}
        label="What happened"
        rows={1}
        value={event.event}
        onChange={text => onChange({ event: text })}
      />
      <div className={classes.columns}>
        <TextInput
          path={`${path}.action`}
          label="What was done"
          rows={1}
          value={event.action}
          onChange={action => onChange({ action })}
        />
        <TextInput
          path={`${path}.source`}
          label="Known from"
          placeholder="such as a log or a chat"
          value={event.source}
          onChange={source => onChange({ source })}
        />
      </div>
      <div className={classes.actions}>
        <Button size="small" variant="outlined" onClick={props.onDone}>
          Done
        </Button>
        <Button
          size="small"
          aria-label={`Remove event ${index + 1}`}
          onClick={props.onRemove}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
