import { KeyboardEvent, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import AddIcon from '@material-ui/icons/Add';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import type { Evidence } from '@hindsight/backstage-plugin-incident-learning-common';
import { Field } from './Field';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: theme.spacing(0.5, 0, 1),
      padding: theme.spacing(1.5),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& > :first-child': { gridColumn: '1 / -1' },
      },
    },
    actions: { display: 'flex', gap: theme.spacing(1) },
  }),
  { name: 'HindsightEvidenceEditor' },
);

/** What shows that a line is true: each a sentence, with a link where there is one. */
export function EvidenceEditor(props: {
  /** The name of the line. */
  of: string;
  evidence: Evidence[];
  onChange: (evidence: Evidence[], subject?: string) => void;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { of, evidence, onChange } = props;
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef(document.activeElement);
  const close = () => {
    props.onClose();
    if (opener.current instanceof HTMLElement) {
      opener.current.focus();
    }
  };
  const shown = evidence.length > 0 ? evidence : [{ text: '' }];
  const count = shown.length;

  // It opens to be written in, as does a row that is added.
  useEffect(() => {
    const rows = root.current?.querySelectorAll<HTMLInputElement>(
      'input[name=evidence]',
    );
    rows?.item(count - 1)?.focus();
  }, [count]);

  const set = (index: number, patch: Partial<Evidence>, subject: string) =>
    onChange(
      shown.map((entry, at) => (at === index ? { ...entry, ...patch } : entry)),
      `${subject} ${index} of ${of}`,
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onChange([...shown, { text: '' }]);
    }
  };

  return (
    <div
      ref={root}
      className={classes.root}
      role="group"
      aria-label={`Evidence of ${of}`}
    >
      {shown.map((entry, index) => (
        <div key={index} className={classes.row}>
          <Field
            label="What shows it"
            placeholder="such as a log line, a graph, what somebody saw"
            name="evidence"
            onKeyDown={onKeyDown}
            inputProps={{ maxLength: 2000 }}
            value={entry.text}
            onChange={event => set(index, { text: event.target.value }, 'text')}
          />
          <LinkField
            value={entry.url ?? ''}
            missingText={!entry.text.trim()}
            onKeyDown={onKeyDown}
            onChange={url => set(index, { url: url || undefined }, 'url')}
          />
          <IconButton
            size="small"
            aria-label={`Remove evidence ${index + 1} of ${of}`}
            onClick={() => onChange(evidence.filter((_, at) => at !== index))}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      <div className={classes.actions}>
        <Button
          size="small"
          startIcon={<AddIcon />}
          onClick={() => onChange([...shown, { text: '' }])}
        >
          Add evidence
        </Button>
        <Button size="small" onClick={close}>
          Done
        </Button>
      </div>
    </div>
  );
}

function LinkField(props: {
  value: string;
  missingText: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onChange: (url: string) => void;
}) {
  const { value } = props;
  const wrong = value !== '' && !/^https?:\/\/\S+$/i.test(value.trim());
  const mute = value !== '' && props.missingText;
  let problem: string | undefined;
  if (wrong) {
    problem = 'Link is no web address: it starts with https:// or http://';
  } else if (mute) {
    problem = 'Say beside it what the link shows';
  }
  return (
    <Field
      label="Link"
      placeholder="https://"
      inputProps={{ inputMode: 'url', maxLength: 2000 }}
      error={problem !== undefined}
      helperText={problem}
      onKeyDown={props.onKeyDown}
      value={value}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
