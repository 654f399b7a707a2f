import { memo, useId, useState } from 'react';
import Slider from '@material-ui/core/Slider';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { DefinitionButton } from '../../components';
import { formatDelta } from '../parts/formatRisk';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    head: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minHeight: 28,
    },
    label: { fontSize: theme.typography.pxToRem(14), fontWeight: 500 },
    delta: {
      marginLeft: 'auto',
      fontSize: theme.typography.pxToRem(13),
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
    },
    line: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 92px',
      alignItems: 'start',
      gap: theme.spacing(2),
      paddingLeft: 6,
    },
    slider: { marginTop: 5 },
    number: {
      '& input': {
        padding: theme.spacing(1),
        fontVariantNumeric: 'tabular-nums',
      },
    },
    problem: {
      gridColumn: '1 / -1',
      color:
        theme.palette.error[theme.palette.type === 'dark' ? 'light' : 'dark'],
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'IncidentLearningSliderField' },
);

export interface SliderFieldProps {
  /** Handed to `onChange`. */
  name: string;
  label: string;
  definition?: string;
  value: number;
  /** Where it stood before, marked on the slider. */
  before?: number;
  min?: number;
  max?: number;
  step?: number;
  /** Says what is wrong with a number outside the limits. */
  limits: string;
  disabled?: boolean;
  onChange: (name: string, value: number) => void;
}

/** A number by a slider and by a field beside it. */
export const SliderField = memo(Field);

function Field(props: SliderFieldProps) {
  const classes = useStyles();
  const labelId = useId();
  const problemId = useId();
  const { name, label, value, before, disabled, onChange } = props;
  const { min = 0, max = 1, step = 0.01 } = props;
  const [draft, setDraft] = useState<Draft>();
  // What is half typed stays; another value from outside replaces it.
  const shown = textOf(value);
  const text = draft && textOf(draft.of) === shown ? draft.text : shown;
  const typed = numberOf(text);
  const wrong = !(typed >= min && typed <= max);
  const delta = before === undefined ? 0 : value - before;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <span id={labelId} className={classes.label}>
          {label}
        </span>
        {props.definition && (
          <DefinitionButton name={label}>{props.definition}</DefinitionButton>
        )}
        {Math.abs(delta) >= 0.0005 && (
          <span className={classes.delta}>
            {formatDelta(delta)} from {textOf(before ?? 0)}
          </span>
        )}
      </div>
      <div className={classes.line}>
        <Slider
          className={classes.slider}
          aria-labelledby={labelId}
          getAriaValueText={textOf}
          min={min}
          max={max}
          step={step}
          marks={before === undefined ? undefined : [{ value: before }]}
          disabled={disabled}
          value={value}
          onChange={(_, next) => onChange(name, next as number)}
        />
        <TextField
          className={classes.number}
          variant="outlined"
          size="small"
          disabled={disabled}
          value={text}
          error={wrong}
          inputProps={{
            inputMode: 'decimal',
            'aria-label': `${label}, number`,
            'aria-describedby': wrong ? problemId : undefined,
          }}
          onChange={event => {
            const next = event.target.value;
            const number = numberOf(next);
            const fits = number >= min && number <= max;
            setDraft({ text: next, of: fits ? number : value });
            if (fits) {
              onChange(name, number);
            }
          }}
          onBlur={() => setDraft(undefined)}
        />
        {wrong && (
          <span id={problemId} role="alert" className={classes.problem}>
            {text.trim() || 'Nothing'} {props.limits}
          </span>
        )}
      </div>
    </div>
  );
}

/** What is being typed, and the value that it belongs to. */
interface Draft {
  text: string;
  of: number;
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.replace(',', '.'));
}

function textOf(value: number): string {
  return String(Number(value.toFixed(3)));
}
