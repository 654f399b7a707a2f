import { useId } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { RISK_FACTORS } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatNumber } from '../../components';
import { factorName } from '../parts';
import { ModelValues, normalized, typedSum } from './modelValues';

const useStyles = makeStyles(
  theme => ({
    group: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      border: 0,
    },
    legend: {
      padding: 0,
      marginBottom: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 500,
    },
    grid: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
      alignItems: 'start',
    },
    sum: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(14),
      fontVariantNumeric: 'tabular-nums',
    },
    problem: {
      color:
        theme.palette.error[theme.palette.type === 'dark' ? 'light' : 'dark'],
    },
  }),
  { name: 'IncidentLearningModelFields' },
);

/** The fields of weights and threshold, with the sum of the weights. */
export function ModelFields(props: {
  values: ModelValues;
  problems: Record<string, string>;
  onChange: (values: ModelValues) => void;
}) {
  const classes = useStyles();
  const baseId = useId();
  const { values, problems, onChange } = props;
  const sum = typedSum(values);
  const field = {
    variant: 'outlined',
    size: 'small',
    InputLabelProps: { shrink: true },
  } as const;
  return (
    <>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>Weights</legend>
        <div className={classes.grid}>
          {RISK_FACTORS.map(factor => (
            <TextField
              {...field}
              key={factor}
              id={`${baseId}-${factor}`}
              label={factorName(factor)}
              inputProps={{ inputMode: 'decimal' }}
              value={values.weights[factor]}
              error={Boolean(problems[factor])}
              helperText={problems[factor]}
              onChange={event =>
                onChange({
                  ...values,
                  weights: { ...values.weights, [factor]: event.target.value },
                })
              }
            />
          ))}
        </div>
        <div className={classes.sum} role="status">
          <span>
            Sum {sum === undefined ? 'not known' : formatNumber(sum, 3)}
          </span>
          {problems.weights && (
            <>
              <span className={classes.problem}>{problems.weights}</span>
              {sum !== undefined && sum > 0 && (
                <Button
                  size="small"
                  onClick={() => onChange(normalized(values))}
                >
                  Make them sum to 1
                </Button>
              )}
            </>
          )}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>Threshold</legend>
        <div className={classes.grid}>
          <TextField
            {...field}
            select
            id={`${baseId}-kind`}
            label="Kind"
            value={values.kind}
            onChange={({ target }) =>
              onChange({
                ...values,
                kind: target.value === 'absolute' ? 'absolute' : 'quantile',
              })
            }
          >
            <MenuItem value="quantile">Quantile</MenuItem>
            <MenuItem value="absolute">Fixed score</MenuItem>
          </TextField>
          <TextField
            {...field}
            id={`${baseId}-value`}
            label="Value"
            inputProps={{ inputMode: 'decimal' }}
            value={values.value}
            error={Boolean(problems.threshold)}
            helperText={
              problems.threshold ??
              (values.kind === 'quantile'
                ? '0.8 for the highest fifth'
                : 'A score from 0 to 1')
            }
            onChange={event =>
              onChange({ ...values, value: event.target.value })
            }
          />
        </div>
      </fieldset>
    </>
  );
}
