import { useId } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    label: {
      padding: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 500,
    },
  }),
  { name: 'HindsightPickOne' },
);

/** A question with a few answers, none of which has to be given. */
export function PickOne(props: {
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const classes = useStyles();
  const labelId = useId();
  const { label, options, value, onChange } = props;
  return (
    <div className={classes.root}>
      <div id={labelId} className={classes.label}>
        {label}
      </div>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={value ?? ''}
        onChange={(_, picked) => onChange(picked)}
      >
        {options.map(([option, words]) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio color="primary" size="small" />}
            label={words}
          />
        ))}
      </RadioGroup>
      {value !== undefined && (
        <Button
          size="small"
          aria-label={`Take back the answer to: ${label}`}
          onClick={() => onChange(undefined)}
        >
          No answer
        </Button>
      )}
    </div>
  );
}
