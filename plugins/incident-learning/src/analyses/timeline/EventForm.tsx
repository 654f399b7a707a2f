import { FocusEvent, KeyboardEvent, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { TimelineAnalysisEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { Field } from '../parts';
import { TIMELINE_KIND_WORDS } from './events';
import { useEventDraft } from './useEventDraft';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    row: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(210px, 100%), 1fr))',
    },
    actions: { display: 'flex', gap: theme.spacing(1) },
  }),
  { name: 'HindsightEventForm' },
);

/** Writing goes on behind what is written. */
function toEnd({ target }: FocusEvent<HTMLTextAreaElement>) {
  target.setSelectionRange(target.value.length, target.value.length);
}

const KINDS = Object.keys(
  TIMELINE_KIND_WORDS,
) as (keyof typeof TIMELINE_KIND_WORDS)[];

/** One event with all that can be said of it; what is recorded is corrected with a reason. */
export function EventForm(props: {
  event: TimelineAnalysisEvent;
  /** The others, which it can answer. */
  others: TimelineAnalysisEvent[];
  /** Whether it was only just added, and needs no reason to say something else. */
  fresh: boolean;
  onDone: (event?: TimelineAnalysisEvent) => void;
}) {
  const classes = useStyles();
  const { event, fresh, onDone } = props;
  const writing = useEventDraft(event, fresh, onDone);
  const { draft, change, needsReason, problems, submit } = writing;
  const text = useRef<HTMLTextAreaElement>(null);
  // Who asked for the form writes at once.
  useEffect(() => text.current?.focus(), []);
  const submitOnEnter = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Enter' && !pressed.shiftKey) {
      pressed.preventDefault();
      // It stands within the review's own form.
      pressed.stopPropagation();
      submit();
    }
  };
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={`Event: ${event.text}`}
    >
      <div className={classes.row}>
        <Field
          label="Time (UTC)"
          type={event.precision === 'day' ? 'date' : 'datetime-local'}
          inputProps={{ step: 1 }}
          value={writing.at}
          onChange={({ target }) => writing.setAt(target.value)}
          error={Boolean(problems.at)}
          helperText={problems.at}
        />
        <Field
          select
          label="Kind"
          SelectProps={{ native: true }}
          value={draft.kind}
          onChange={({ target }) =>
            change({
              kind: KINDS.find(kind => kind === target.value) ?? draft.kind,
            })
          }
        >
          {KINDS.map(kind => (
            <option key={kind} value={kind}>
              {TIMELINE_KIND_WORDS[kind]}
            </option>
          ))}
        </Field>
      </div>
      <Field
        label="What happened"
        multiline
        inputRef={text}
        inputProps={{
          maxLength: 2000,
          onKeyDown: submitOnEnter,
          onFocus: toEnd,
        }}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
        error={Boolean(problems.text)}
        helperText={problems.text}
      />
      <div className={classes.row}>
        <Field
          label="Known from"
          type="datetime-local"
          inputProps={{ step: 1 }}
          value={writing.knownAt}
          onChange={({ target }) => writing.setKnownAt(target.value)}
          helperText="When those who responded learnt of it, if later"
        />
        <Field
          label="Source"
          inputProps={{ maxLength: 300 }}
          value={draft.source ?? ''}
          onChange={({ target }) =>
            change({ source: target.value || undefined })
          }
          helperText="Such as a log, a chat, a witness"
        />
      </div>
      <div className={classes.row}>
        <Field
          label="Marker"
          inputProps={{ maxLength: 60 }}
          value={draft.marker ?? ''}
          onChange={({ target }) =>
            change({ marker: target.value || undefined })
          }
          helperText="A flag on the picture, for what set the course"
        />
        {(draft.kind === 'decision' || draft.kind === 'action') && (
          <AnswersField
            others={props.others}
            value={draft.respondsTo}
            onChange={respondsTo => change({ respondsTo })}
          />
        )}
      </div>
      {needsReason && (
        <Field
          label="Reason for the correction"
          required
          inputProps={{ maxLength: 1000 }}
          value={writing.reason}
          onChange={({ target }) => writing.setReason(target.value)}
          error={Boolean(problems.reason)}
          helperText={
            problems.reason ?? 'What it said before is kept beside it'
          }
        />
      )}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="contained"
          color="primary"
          onClick={submit}
        >
          {needsReason ? 'Correct' : 'Done'}
        </Button>
        <Button size="small" onClick={() => onDone()}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Which event it was done about. */
function AnswersField(props: {
  others: TimelineAnalysisEvent[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { others, value, onChange } = props;
  return (
    <Field
      select
      label="Answers"
      SelectProps={{ native: true }}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
      helperText="What it was done about, to measure the delay"
    >
      <option value="">The last that was known</option>
      {others.map(({ id, at, text }) => (
        <option key={id} value={id}>
          {`${formatTime(at)} ${text.slice(0, 60)}`}
        </option>
      ))}
    </Field>
  );
}
