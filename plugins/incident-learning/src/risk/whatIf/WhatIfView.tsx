import { Suspense, lazy, useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  RiskFilter,
  RiskInputs,
  RiskProfile,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ChartSkeleton,
  EmptyState,
  formatCount,
  formatQuantity,
} from '../../components';
import { Section } from '../../components/layout';
import { incidentsRouteRef } from '../../routes';
import { SaveExperiment } from '../experiments/SaveExperiment';
import { AssumptionControls } from './AssumptionControls';
import { BasePicker } from './BasePicker';
import { Changes } from './Changes';
import { Outcome } from './Outcome';
import { Sensitivity } from './Sensitivity';
import { ThresholdControl } from './ThresholdControl';
import { WeightControls } from './WeightControls';
import type { BaseModel } from './base';
import { changesAnything } from './whatIfUrl';
import { useScenario } from './useScenario';
import { useWhatIf } from './useWhatIf';

const RiskScatter = lazy(async () => ({
  default: (await import('./RiskScatter')).RiskScatter,
}));

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '340px minmax(0, 1fr)',
      },
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    controls: {
      // In view beside what they change.
      [theme.breakpoints.up('md')]: {
        position: 'sticky',
        top: theme.spacing(1),
        maxHeight: `calc(100vh - ${theme.spacing(2)}px)`,
        overflowY: 'auto',
      },
    },
    pair: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
      alignItems: 'start',
    },
    chart: { padding: theme.spacing(2), minWidth: 0 },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'IncidentLearningWhatIf' },
);

/** Sliders on the left, what they change on the right. */
export function WhatIfView(props: {
  base: BaseModel;
  profiles: RiskProfile[];
  inputs: RiskInputs;
  filter: Partial<RiskFilter>;
  onBase: (key: string | undefined) => void;
}) {
  const classes = useStyles();
  const { base, inputs } = props;
  const { model } = base;
  const { scenario, problems, change } = useScenario(model);
  const whatIf = useWhatIf(inputs.items, model, scenario);
  const [saving, setSaving] = useState(false);
  const { after, before, set } = whatIf;
  const changed = changesAnything(scenario, model);

  if (set.size === 0) {
    return <NothingToWeigh />;
  }
  return (
    <div className={classes.root}>
      <div className={`${classes.column} ${classes.controls}`}>
        <Section title="Before">
          <BasePicker
            base={base}
            profiles={props.profiles}
            onPick={props.onBase}
          />
        </Section>
        <WeightControls
          weights={scenario.model.weights}
          before={model.weights}
          change={change}
        />
        <ThresholdControl
          threshold={scenario.model.threshold}
          before={model.threshold}
          score={after.threshold}
          below={
            after.scored > 0 ? 1 - after.priorityCount / after.scored : 0.8
          }
          change={change}
        />
        <AssumptionControls
          assumptions={scenario.assumptions}
          incomplete={before.incomplete + set.size - before.scored}
          change={change}
        />
      </div>
      <div className={classes.column}>
        {problems.map(problem => (
          <Alert key={problem} severity="warning">
            {problem} It stands as in {base.name}.
          </Alert>
        ))}
        {inputs.items.length < inputs.totalItems && (
          <Alert severity="info">
            {`The latest ${formatCount(
              inputs.items.length,
            )} of ${formatQuantity(
              inputs.totalItems,
              'incident',
            )} are weighed here. Choose a shorter period to weigh others.`}
          </Alert>
        )}
        <div className={classes.bar}>
          <Button
            variant="contained"
            color="primary"
            disabled={!changed}
            onClick={() => setSaving(true)}
          >
            Save as experiment
          </Button>
          <Button
            variant="outlined"
            disabled={!changed}
            onClick={() => change(() => ({ model }))}
          >
            Reset
          </Button>
          {!changed && <span>Move a slider to see what it would change.</span>}
        </div>
        <Outcome whatIf={whatIf} />
        <Paper variant="outlined" className={classes.chart}>
          <Suspense
            fallback={
              <ChartSkeleton title="Severity against score" height={380} />
            }
          >
            <RiskScatter whatIf={whatIf} />
          </Suspense>
        </Paper>
        <div className={classes.pair}>
          <Changes whatIf={whatIf} />
        </div>
        <Sensitivity whatIf={whatIf} />
      </div>
      {saving && (
        <SaveExperiment
          base={base}
          whatIf={whatIf}
          filter={props.filter}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
}

function NothingToWeigh() {
  const incidents = useRouteRef(incidentsRouteRef)();
  return (
    <EmptyState
      title="No incident to weigh"
      description="Nothing is on record here and in this period, drills aside. Choose another scope or a longer period, or declare or import incidents."
      action={<Link to={incidents}>Go to the incidents</Link>}
    />
  );
}
