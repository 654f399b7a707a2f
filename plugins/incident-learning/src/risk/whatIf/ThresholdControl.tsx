import { memo, useCallback } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import type { RiskThreshold } from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../../components/layout';
import { formatScore } from '../parts/formatRisk';
import { SliderField } from './SliderField';
import { ChangeScenario, useControlStyles } from './WeightControls';

/** From which score on incidents have priority: a score, or a share of all. */
export const ThresholdControl = memo(Control);

function Control(props: {
  threshold: RiskThreshold;
  before: RiskThreshold;
  /** The score that it amounts to. */
  score: number | undefined;
  /** The share of incidents below it. */
  below: number;
  change: ChangeScenario;
}) {
  const classes = useControlStyles();
  const { threshold, before, score, below, change } = props;
  const { kind, value } = threshold;
  const set = useCallback(
    (next: RiskThreshold) =>
      change(current => ({
        ...current,
        model: { ...current.model, threshold: next },
      })),
    [change],
  );
  const move = useCallback(
    (name: string, moved: number) =>
      set({ kind: name as RiskThreshold['kind'], value: moved }),
    [set],
  );
  // Another kind starts where this one stands, so that nothing jumps.
  const pick = (next: string) =>
    set(
      next === 'absolute'
        ? { kind: 'absolute', value: rounded(score ?? 0.5) }
        : { kind: 'quantile', value: rounded(below) },
    );
  return (
    <Section title="Threshold" note={`Score ${formatScore(score)}`}>
      <div className={classes.stack}>
        <RadioGroup
          row
          aria-label="Kind of threshold"
          value={kind}
          onChange={(_, next) => next !== kind && pick(next)}
        >
          <FormControlLabel
            value="quantile"
            control={<Radio size="small" color="primary" />}
            label="Share of incidents"
          />
          <FormControlLabel
            value="absolute"
            control={<Radio size="small" color="primary" />}
            label="Fixed score"
          />
        </RadioGroup>
        <SliderField
          name={kind}
          label={kind === 'quantile' ? 'Quantile' : 'Score'}
          definition={
            kind === 'quantile'
              ? 'The share of incidents below the threshold: at 0.8 the highest fifth has priority. Between two scores it is interpolated linearly.'
              : 'Incidents with this score or a higher one have priority, however many these are.'
          }
          value={value}
          before={before.kind === kind ? before.value : undefined}
          limits={
            kind === 'quantile'
              ? 'is no quantile: it goes from 0 to 1, such as 0.8 for the highest fifth'
              : 'is no score: scores go from 0 to 1'
          }
          onChange={move}
        />
      </div>
    </Section>
  );
}

function rounded(value: number): number {
  return Math.min(1, Math.max(0, Number(value.toFixed(3))));
}
