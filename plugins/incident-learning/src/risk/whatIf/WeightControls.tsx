import { memo, useCallback } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  RISK_FACTORS,
  RISK_FACTOR_DEFINITIONS,
  RiskFactor,
  RiskScenario,
  RiskWeights,
  withWeight,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../../components/layout';
import { SliderField } from './SliderField';

export const useControlStyles = makeStyles(
  theme => ({
    stack: {
      display: 'grid',
      gap: theme.spacing(1.5),
      '& .MuiFormControlLabel-label': {
        fontSize: theme.typography.pxToRem(14),
      },
    },
    hint: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningWhatIfControls' },
);

export type ChangeScenario = (
  next: (current: RiskScenario) => RiskScenario,
) => void;

/** One slider for each weight; the others keep their proportions, so that all sum to 1. */
export const WeightControls = memo(Controls);

function Controls(props: {
  weights: RiskWeights;
  before: RiskWeights;
  change: ChangeScenario;
}) {
  const classes = useControlStyles();
  const { weights, before, change } = props;
  const move = useCallback(
    (factor: string, value: number) =>
      change(({ model, assumptions }) => ({
        model: {
          ...model,
          weights: withWeight(model.weights, factor as RiskFactor, value),
        },
        assumptions,
      })),
    [change],
  );
  return (
    <Section title="Weights" note="Sum to 1">
      <div className={classes.stack}>
        <p className={classes.hint}>
          Move one: the others keep their proportions. The mark on a slider is
          where it stands before.
        </p>
        {RISK_FACTORS.map(factor => (
          <SliderField
            key={factor}
            name={factor}
            {...namesOf(factor)}
            value={weights[factor]}
            before={before[factor]}
            limits="is no weight: weights go from 0 to 1"
            onChange={move}
          />
        ))}
      </div>
    </Section>
  );
}

function namesOf(factor: RiskFactor) {
  const { name, definition } = RISK_FACTOR_DEFINITIONS[factor];
  return { label: name, definition };
}
