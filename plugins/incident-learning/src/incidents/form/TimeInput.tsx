import type { FocusEvent } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  PRECISIONS,
  Precision,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { PRECISION_WORDS, fieldName } from '../words';
import { useField } from './fields';
import { fieldId } from './FormContext';
import { TimeValue, nowValue, withPrecision } from './timeValues';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 150px 64px',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 64px',
        '& > :first-child': { gridColumn: '1 / -1' },
      },
    },
    now: { minHeight: 40 },
  }),
  { name: 'IncidentLearningTimeInput' },
);

const INPUT_TYPE: Record<Precision, string> = {
  exact: 'datetime-local',
  day: 'date',
  month: 'month',
  year: 'text',
};

/** One time of an incident in UTC, as finely as it is known. */
export function TimeInput(props: {
  path: string;
  value: TimeValue;
  onChange: (value: TimeValue) => void;
}) {
  const classes = useStyles();
  const { path, value, onChange } = props;
  const name = fieldName(path);
  return (
    <div className={classes.root} role="group" aria-label={name}>
      <MomentInput
        path={path}
        label={`${name} (UTC)`}
        value={value}
        onChange={onChange}
      />
      <TextField
        select
        id={`${fieldId(path)}-precision`}
        label="Known"
        variant="outlined"
        size="small"
        value={value.precision}
        onChange={event =>
          onChange(withPrecision(value, event.target.value as Precision))
        }
      >
        {PRECISIONS.map(precision => (
          <MenuItem key={precision} value={precision}>
            {PRECISION_WORDS[precision]}
          </MenuItem>
        ))}
      </TextField>
      <Button
        className={classes.now}
        aria-label={`${name}: now`}
        onClick={() => onChange(nowValue())}
      >
        Now
      </Button>
    </div>
  );
}

/** The input of a time, in the browser's own form where it has one. */
export function MomentInput(props: {
  path: string;
  label?: string;
  value: TimeValue;
  onChange: (value: TimeValue) => void;
}) {
  const { path, label, value, onChange } = props;
  const { precision, text, unfinished } = value;
  const field = useField({ path, label });

  // Of 31 February the browser says only that it is no date.
  const read = (input: HTMLInputElement) => {
    const next = {
      precision,
      text: input.value,
      ...(input.validity?.badInput && { unfinished: true }),
    };
    if (next.text !== text || next.unfinished !== unfinished) {
      onChange(next);
    }
  };

  return (
    <TextField
      {...field}
      type={INPUT_TYPE[precision]}
      placeholder={precision === 'year' ? 'YYYY' : undefined}
      value={text}
      inputProps={{
        inputMode: precision === 'year' ? 'numeric' : undefined,
        maxLength: precision === 'year' ? 4 : undefined,
      }}
      onChange={event => read(event.target as HTMLInputElement)}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        read(event.target);
        field.onBlur();
      }}
    />
  );
}
