import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { readProbability } from './probability';

const useStyles = makeStyles(
  theme => ({
    field: {
      width: 84,
      height: 28,
      boxSizing: 'border-box',
      padding: theme.spacing(0, 1),
      font: 'inherit',
      fontSize: theme.typography.pxToRem(13),
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
      '&:focus': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -1,
      },
      '&[aria-invalid=true]': { borderColor: theme.palette.error.main },
    },
  }),
  { name: 'HindsightProbabilityField' },
);

/** How likely an event is, if anybody can say. */
export function ProbabilityField(props: {
  of: string;
  value?: number;
  onChange: (value: number | undefined) => void;
  /** Told of what is typed and is no probability. */
  onProblem: (problem: string | undefined) => void;
}) {
  const classes = useStyles();
  const { value } = props;
  const [typed, setTyped] = useState<{ text: string; value?: number }>();
  // What somebody types stays as it is, unless the value changed by other means.
  const shown =
    typed && typed.value === value ? typed.text : String(value ?? '');
  const wrong = shown.trim() !== '' && readProbability(shown) === undefined;
  return (
    <input
      className={classes.field}
      aria-label={`Probability: ${props.of}`}
      aria-invalid={wrong}
      placeholder="prob. 0–1"
      inputMode="decimal"
      maxLength={20}
      value={shown}
      onChange={event => {
        const { value: text } = event.target;
        const next = readProbability(text);
        const unread = text.trim() !== '' && next === undefined;
        setTyped({ text, value: unread ? value : next });
        props.onProblem(
          unread
            ? 'The probability is no number from 0 to 1: write one such as 0.01 or 1e-5, or leave it empty.'
            : undefined,
        );
        if (!unread) {
          props.onChange(next);
        }
      }}
    />
  );
}
