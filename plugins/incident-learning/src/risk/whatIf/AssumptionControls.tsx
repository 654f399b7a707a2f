import { memo, useCallback, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import {
  RISK_FACTORS,
  RiskAssumptions,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../../components';
import { Disclosure, Section } from '../../components/layout';
import { factorName } from '../parts/formatRisk';
import { SliderField } from './SliderField';
import { ChangeScenario, useControlStyles } from './WeightControls';
import { shiftedFactors } from './whatIfUrl';

const HALF = 0.5;

/** What the what-if takes to be different from what is known: gaps filled, factors higher or lower. */
export const AssumptionControls = memo(Controls);

function Controls(props: {
  assumptions?: RiskAssumptions;
  /** How many incidents have factors that are not known. */
  incomplete: number;
  change: ChangeScenario;
}) {
  const classes = useControlStyles();
  const { assumptions, incomplete, change } = props;
  const missing = assumptions?.missing;
  const shifted = shiftedFactors(assumptions).length;
  // Only at first, as a slider that passes 0 must not fold itself away.
  const [open] = useState(shifted > 0);

  const setMissing = useCallback(
    (value: number | undefined) =>
      change(({ model, assumptions: current }) => ({
        model,
        assumptions: tidy({ ...current, missing: value }),
      })),
    [change],
  );
  const moveMissing = useCallback(
    (_: string, value: number) => setMissing(value),
    [setMissing],
  );
  const shift = useCallback(
    (factor: string, value: number) =>
      change(({ model, assumptions: current }) => ({
        model,
        assumptions: tidy({
          ...current,
          shift: { ...current?.shift, [factor]: value || undefined },
        }),
      })),
    [change],
  );

  return (
    <Section title="Assumptions">
      <div className={classes.stack}>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={missing !== undefined}
              onChange={(_, on) => setMissing(on ? HALF : undefined)}
            />
          }
          label={`Fill in factors that are not known (${formatQuantity(
            incomplete,
            'incident',
          )})`}
        />
        {missing !== undefined && (
          <SliderField
            name="missing"
            label="Taken to be"
            value={missing}
            limits="is no factor: factors go from 0 to 1"
            onChange={moveMissing}
          />
        )}
        <Disclosure
          summary={`Shift a factor of every incident${
            shifted > 0 ? ` (${shifted} shifted)` : ''
          }`}
          open={open}
        >
          <div className={classes.stack}>
            <p className={classes.hint}>
              What if all had been higher or lower? Sums are cut to 0 to 1.
            </p>
            {RISK_FACTORS.map(factor => (
              <SliderField
                key={factor}
                name={factor}
                label={`${factorName(factor)} shift`}
                value={assumptions?.shift?.[factor] ?? 0}
                before={0}
                min={-1}
                max={1}
                step={0.05}
                limits="is no shift: shifts go from -1 to 1"
                onChange={shift}
              />
            ))}
          </div>
        </Disclosure>
      </div>
    </Section>
  );
}

/** Leaves out what assumes nothing. */
function tidy(assumptions: RiskAssumptions): RiskAssumptions | undefined {
  const { missing } = assumptions;
  const factors = shiftedFactors(assumptions);
  const shift = Object.fromEntries(
    factors.map(factor => [factor, assumptions.shift?.[factor]]),
  );
  if (missing === undefined && factors.length === 0) {
    return undefined;
  }
  return factors.length > 0 ? { missing, shift } : { missing };
}
