import { useDeferredValue, useMemo, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  TimelineAnalysisEvent,
  orderTimeline,
  timelineGaps,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatDuration, formatQuantity } from '../../components';
import { eventsOf } from '../newAnalysis';
import { EvidenceEditor } from '../parts';
import { timesOfIncidents } from '../times';
import type { EditorProps } from '../types';
import { AddEvents } from './AddEvents';
import { EventForm } from './EventForm';
import { EventRow } from './EventRow';
import { TimelineFigures } from './TimelineFigures';
import { missingEvents } from './events';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none', outline: 'none' },
    item: { borderTop: `1px solid ${theme.palette.divider}` },
    gap: {
      padding: theme.spacing(0.5, 0),
      borderTop: `1px dashed ${theme.palette.text.secondary}`,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    empty: { margin: 0, color: theme.palette.text.secondary },
  }),
  { name: 'HindsightTimelineEditor' },
);

/** A timeline as a list of events by time, with the gaps between them. */
export function TimelineEditor(props: EditorProps<'timeline'>) {
  const classes = useStyles();
  const { analysis, onChange, onTakeCause, incidents } = props;
  const [editing, setEditing] = useState<string>();
  const [returnTo, setReturnTo] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const events = useMemo(
    () => orderTimeline(analysis.events),
    [analysis.events],
  );
  const settled = useDeferredValue(events);
  const gaps = new Map(timelineGaps(events).map(gap => [gap.before, gap]));
  const missing = useMemo(
    () => missingEvents(eventsOf(incidents), analysis.events),
    [incidents, analysis.events],
  );

  const put = (next: TimelineAnalysisEvent[], subject?: string) =>
    onChange({ ...analysis, events: next }, subject);
  const withEvent = (id: string, patch: Partial<TimelineAnalysisEvent>) =>
    analysis.events.map(event =>
      event.id === id ? { ...event, ...patch } : event,
    );
  const remove = (id: string) => {
    list.current?.focus();
    put(
      analysis.events
        .filter(event => event.id !== id)
        .map(event =>
          event.respondsTo === id ? { ...event, respondsTo: undefined } : event,
        ),
    );
  };

  return (
    <>
      <AddEvents
        day={(events[events.length - 1]?.at ?? dayOf(incidents))?.slice(0, 10)}
        onAdd={added => {
          setFresh(new Set([...fresh, ...added.map(({ id }) => id)]));
          put([...analysis.events, ...added]);
        }}
      />
      {missing.length > 0 && (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => put([...analysis.events, ...missing])}
          >
            Take over {formatQuantity(missing.length, 'event')} of the incident
          </Button>
        </div>
      )}
      {events.length === 0 && (
        <p className={classes.empty}>
          No events yet: type the first above, or paste lines from a chat or a
          log.
        </p>
      )}
      <ol ref={list} className={classes.list} aria-label="Events" tabIndex={-1}>
        {events.map(event => {
          const gap = gaps.get(event.id);
          return (
            <li key={event.id} className={classes.item}>
              {gap && (
                <div className={classes.gap}>
                  {formatDuration(gap.durationMs)} without an event: what went
                  on?
                </div>
              )}
              {editing === event.id ? (
                <EventForm
                  event={event}
                  others={events.filter(({ id }) => id !== event.id)}
                  fresh={fresh.has(event.id)}
                  onDone={done => {
                    setEditing(undefined);
                    setReturnTo(event.id);
                    if (done) {
                      put(withEvent(event.id, done));
                    }
                  }}
                />
              ) : (
                <EventRow
                  event={event}
                  evidenceOpen={evidenceOf === event.id}
                  returned={returnTo === event.id}
                  onEdit={() => {
                    setReturnTo(undefined);
                    setEditing(event.id);
                  }}
                  onRemove={() => remove(event.id)}
                  onEvidence={() =>
                    setEvidenceOf(
                      evidenceOf === event.id ? undefined : event.id,
                    )
                  }
                  onCause={() =>
                    event.cause
                      ? put(withEvent(event.id, { cause: false }))
                      : onTakeCause(
                          {
                            ...analysis,
                            events: withEvent(event.id, { cause: true }),
                          },
                          event.id,
                        )
                  }
                >
                  {evidenceOf === event.id && (
                    <EvidenceEditor
                      of={event.text}
                      evidence={event.evidence}
                      onChange={(evidence, subject) =>
                        put(withEvent(event.id, { evidence }), subject)
                      }
                      onClose={() => setEvidenceOf(undefined)}
                    />
                  )}
                </EventRow>
              )}
            </li>
          );
        })}
      </ol>
      <TimelineFigures events={settled} times={timesOfIncidents(incidents)} />
    </>
  );
}

function dayOf(incidents: EditorProps<'timeline'>['incidents']) {
  const [incident] = incidents;
  return incident?.detectedAt ?? incident?.occurredAt ?? incident?.declaredAt;
}
