import Button from '@material-ui/core/Button';
import type {
  Evidence,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { CAUSE_ROLE_WORDS, CAUSE_TYPE_WORDS } from '../words';
import { BlamelessAdvice } from './BlamelessAdvice';
import { Choice, TextInput, WordsInput } from '../../components/inputs';
import { usePartStyles } from './partStyles';

/** One root cause: what it is, of what kind, and what shows it. */
export function CauseEditor(props: {
  cause: RootCause;
  number: number;
  onChange: (patch: Partial<RootCause>) => void;
  onRemove: () => void;
}) {
  const classes = usePartStyles();
  const { cause, number, onChange } = props;
  return (
    <li className={classes.item} aria-label={`Cause ${number}`}>
      <div className={classes.head}>
        <h4 className={classes.name}>
          Cause {number}
          {cause.from && ' (from an analysis)'}
        </h4>
        <Button
          size="small"
          aria-label={`Remove cause ${number}`}
          onClick={props.onRemove}
        >
          Remove
        </Button>
      </div>
      <TextInput
        label="What in the system let it happen"
        rows={1}
        value={cause.statement}
        onChange={statement => onChange({ statement })}
      />
      <BlamelessAdvice text={cause.statement} />
      <div className={classes.columns}>
        <Choice
          label="Type"
          value={cause.type}
          words={CAUSE_TYPE_WORDS}
          onChange={type => onChange({ type })}
        />
        <Choice
          label="Role"
          value={cause.role}
          words={CAUSE_ROLE_WORDS}
          onChange={role => onChange({ role })}
        />
      </div>
      <WordsInput
        label="Factors"
        hint="What else bears on it; Enter after each"
        value={cause.factors}
        onChange={factors => onChange({ factors })}
      />
      <EvidenceRows
        evidence={cause.evidence}
        onChange={evidence => onChange({ evidence })}
      />
    </li>
  );
}

function EvidenceRows(props: {
  evidence: Evidence[];
  onChange: (evidence: Evidence[]) => void;
}) {
  const classes = usePartStyles();
  const { evidence, onChange } = props;
  const change = (at: number, patch: Partial<Evidence>) =>
    onChange(
      evidence.map((entry, index) =>
        index === at ? withoutEmptyUrl({ ...entry, ...patch }) : entry,
      ),
    );
  return (
    <>
      {evidence.map((entry, index) => (
        <div
          // Entries have no identity of their own, and none is moved.
          key={index}
          className={classes.evidence}
          role="group"
          aria-label={`Evidence ${index + 1}`}
        >
          <TextInput
            label="What shows it"
            value={entry.text}
            onChange={text => change(index, { text })}
          />
          <TextInput
            label="Address (optional)"
            placeholder="https://…"
            value={entry.url ?? ''}
            onChange={url => change(index, { url })}
          />
          <div>
            <Button
              aria-label={`Remove evidence ${index + 1}`}
              onClick={() => onChange(evidence.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="outlined"
          onClick={() => onChange([...evidence, { text: '' }])}
        >
          Add evidence
        </Button>
      </div>
    </>
  );
}

function withoutEmptyUrl({ text, url }: Evidence): Evidence {
  return url ? { text, url } : { text };
}
