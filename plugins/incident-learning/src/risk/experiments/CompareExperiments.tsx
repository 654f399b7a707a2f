import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  REFLECTION_QUESTIONS,
  RISK_FACTORS,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded, formatCount } from '../../components';
import { Section } from '../../components/layout';
import { riskExperimentRouteRef } from '../../routes';
import {
  factorName,
  formatScore,
  formatThreshold,
  formatWeight,
  useDataTableStyles,
} from '../parts';
import { describeAssumptions } from './describe';
import { StatusTag } from './StatusTag';

const useStyles = makeStyles(
  theme => ({
    columns: {
      '& thead th': { minWidth: 180, fontWeight: 500 },
      '& tbody th': { fontWeight: 500, minWidth: 120 },
      '& td': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    },
    bar: { marginTop: theme.spacing(1) },
  }),
  { name: 'IncidentLearningCompareExperiments' },
);

const REACHABLE = { tabIndex: 0 };

type Read = (experiment: RiskExperiment) => ReactNode;

function change(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

const ROWS: [string, Read][] = [
  ['Status', ({ status }) => <StatusTag status={status} />],
  ...RISK_FACTORS.map((factor): [string, Read] => [
    `Weight of ${factorName(factor)}`,
    ({ before, after }) =>
      change(
        formatWeight(before.model.weights[factor]),
        formatWeight(after.model.weights[factor]),
      ),
  ]),
  [
    'Threshold',
    ({ before, after }) =>
      change(
        formatThreshold(before.model.threshold),
        formatThreshold(after.model.threshold),
      ),
  ],
  [
    'Assumptions',
    ({ after }) => describeAssumptions(after).join(' ') || 'none',
  ],
  [
    'Priority',
    ({ figures: { before, after } }) =>
      `${change(
        formatCount(before.priorityCount),
        formatCount(after.priorityCount),
      )} of ${formatCount(after.scored)}`,
  ],
  [
    'Become, cease',
    ({ figures }) =>
      `${formatCount(figures.becomesCount)}, ${formatCount(
        figures.ceasesCount,
      )}`,
  ],
  [
    'Score at the threshold',
    ({ figures: { before, after } }) =>
      change(formatScore(before.threshold), formatScore(after.threshold)),
  ],
  ['Change their rank', ({ figures }) => formatCount(figures.moved)],
  ['Top ten kept', ({ figures }) => formatCount(figures.topTenKept)],
  ...REFLECTION_QUESTIONS.map(([question, title]): [string, Read] => [
    title,
    ({ reflection }) => reflection[question] || 'blank',
  ]),
];

/** Experiments side by side. */
export function CompareExperiments(props: {
  ids: string[];
  onRemove: (id: string) => void;
  onClose: () => void;
}) {
  const classes = { ...useDataTableStyles(), ...useStyles() };
  const { ids, onRemove } = props;
  const api = useApi(incidentLearningApiRef);
  const hrefOf = useRouteRef(riskExperimentRouteRef);
  const answer = useApiData(ids.join(' '), () =>
    Promise.all(ids.map(id => api.getRiskExperiment(id))),
  );
  return (
    <Section title="Side by side">
      <Loaded what="the experiments" variant="table" count={4} answer={answer}>
        {experiments => (
          <div
            className={classes.scroll}
            role="region"
            aria-label="Experiments side by side, table"
            {...REACHABLE}
          >
            <table
              className={`${classes.table} ${classes.columns}`}
              aria-label="Experiments side by side"
            >
              <thead>
                <tr>
                  <th scope="col">Of</th>
                  {experiments.map(({ id, title }) => (
                    <th key={id} scope="col">
                      <Link to={hrefOf({ id })}>{title}</Link>
                      <IconButton
                        size="small"
                        aria-label={`Take “${title}” out of the comparison`}
                        onClick={() => onRemove(id)}
                      >
                        <CloseIcon fontSize="small" />
                      </IconButton>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {ROWS.map(([name, read]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {experiments.map(experiment => (
                      <td key={experiment.id}>{read(experiment)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <Button size="small" className={classes.bar} onClick={props.onClose}>
        Close the comparison
      </Button>
    </Section>
  );
}
