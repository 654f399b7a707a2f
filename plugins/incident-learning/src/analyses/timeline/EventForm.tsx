import {
  FocusEvent,
  FormEvent,
  KeyboardEvent,
  ReactNode,
  useState,
} from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  TimelineAnalysisEvent,
  TimelineKind,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { TIMELINE_KIND_WORDS, changedFrom, corrected } from './events';
import { isoOfInput, inputOfIso } from './inputTimes';
import { Field } from '../parts';

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
  const { event, fresh } = props;
  const [draft, setDraft] = useState(event);
  const [at, setAt] = useState(inputOfIso(event.at, event.precision));
  const [knownAt, setKnownAt] = useState(inputOfIso(event.knownAt));
  const [reason, setReason] = useState(event.correction?.reason ?? '');
  const [refused, setRefused] = useState(false);

  const time = isoOfInput(at);
  const next: TimelineAnalysisEvent = {
    ...draft,
    text: draft.text.trim(),
    at: time ?? '',
    knownAt: isoOfInput(knownAt),
  };
  const needsReason = !fresh && changedFrom(event, next) !== undefined;
  const problems = {
    at: time ? undefined : 'Time is missing: write when it happened',
    text: next.text ? undefined : 'What happened is empty: write it',
    reason:
      needsReason && !reason.trim()
        ? 'Say why the record is changed; what it said before is kept'
        : undefined,
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    // A form within the review's own form.
    submitted.stopPropagation();
    if (Object.values(problems).some(Boolean)) {
      setRefused(true);
      return;
    }
    props.onDone(needsReason ? corrected(event, next, reason.trim()) : next);
  };
  const field = (
    label: string,
    value: string,
    onChange: (value: string) => void,
    more: Record<string, unknown> & {
      problem?: string;
      children?: ReactNode;
    } = {},
  ) => {
    const { problem, helperText, ...others } = more;
    const wrong = refused && problem !== undefined;
    return (
      <Field
        label={label}
        error={wrong}
        helperText={wrong ? problem : (helperText as string)}
        value={value}
        onChange={changed => onChange(changed.target.value)}
        {...others}
      />
    );
  };
  const answers = draft.kind === 'decision' || draft.kind === 'action';
  const lineKeys = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Enter' && !pressed.shiftKey) {
      submit(pressed as unknown as FormEvent);
    }
  };

  return (
    <div
      className={classes.root}
      role="group"
      aria-label={`Event: ${event.text}`}
    >
      <div className={classes.row}>
        {field('Time (UTC)', at, setAt, {
          type: event.precision === 'day' ? 'date' : 'datetime-local',
          inputProps: { step: 1 },
          problem: problems.at,
        })}
        {field(
          'Kind',
          draft.kind,
          kind => setDraft({ ...draft, kind: kind as TimelineKind }),
          {
            select: true,
            SelectProps: { native: true },
            children: Object.entries(TIMELINE_KIND_WORDS).map(
              ([kind, word]) => (
                <option key={kind} value={kind}>
                  {word}
                </option>
              ),
            ),
          },
        )}
      </div>
      {field(
        'What happened',
        draft.text,
        text => setDraft({ ...draft, text }),
        {
          multiline: true,
          autoFocus: true,
          inputProps: {
            maxLength: 2000,
            onKeyDown: lineKeys,
            onFocus: toEnd,
          },
          problem: problems.text,
        },
      )}
      <div className={classes.row}>
        {field('Known from', knownAt, setKnownAt, {
          type: 'datetime-local',
          inputProps: { step: 1 },
          helperText: 'When those who responded learnt of it, if later',
        })}
        {field(
          'Source',
          draft.source ?? '',
          source => setDraft({ ...draft, source: source || undefined }),
          {
            inputProps: { maxLength: 300 },
            helperText: 'Such as a log, a chat, a witness',
          },
        )}
      </div>
      <div className={classes.row}>
        {field(
          'Marker',
          draft.marker ?? '',
          marker => setDraft({ ...draft, marker: marker || undefined }),
          {
            inputProps: { maxLength: 60 },
            helperText: 'A flag on the picture, for what set the course',
          },
        )}
        {answers &&
          field(
            'Answers',
            draft.respondsTo ?? '',
            id => setDraft({ ...draft, respondsTo: id || undefined }),
            {
              select: true,
              SelectProps: { native: true },
              helperText: 'What it was done about, to measure the delay',
              children: [
                <option key="" value="">
                  The last that was known
                </option>,
                ...props.others.map(({ id, at: when, text }) => (
                  <option key={id} value={id}>
                    {`${formatTime(when)} ${text.slice(0, 60)}`}
                  </option>
                )),
              ],
            },
          )}
      </div>
      {needsReason &&
        field('Reason for the correction', reason, setReason, {
          required: true,
          inputProps: { maxLength: 1000 },
          problem: problems.reason,
          helperText: 'What it said before is kept beside it',
        })}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="contained"
          color="primary"
          onClick={submit as unknown as () => void}
        >
          {needsReason ? 'Correct' : 'Done'}
        </Button>
        <Button size="small" onClick={() => props.onDone()}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
