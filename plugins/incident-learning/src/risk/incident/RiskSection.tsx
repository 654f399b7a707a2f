import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Incident,
  RISK_FACTORS,
  RiskFactor,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { formatNumber } from '../../components';
import { Facts, Section } from '../../components/layout';
import { riskRouteRef } from '../../routes';
import { PriorityMark, ScoreValue, factorName } from '../parts';
import { FactorRow } from './FactorRow';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    label: {
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(1.5, 0),
      padding: 0,
    },
    quiet: {
      margin: theme.spacing(0.5, 0, 0),
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningIncidentRisk' },
);

/** How the incident scores and why, and the way to state what the rules cannot know. */
export function RiskSection(props: {
  incident: Incident;
  canUpdate: boolean;
  onChanged: (incident: Incident) => void;
}) {
  const classes = useStyles();
  const { incident, canUpdate, onChanged } = props;
  const { id, revision, risk, riskFactors, drill, confidence } = incident;
  const api = useApi(incidentLearningApiRef);
  const riskPath = useRouteRef(riskRouteRef)();
  const [error, setError] = useState<string>();

  const state = async (factor: RiskFactor, value: number | undefined) => {
    setError(undefined);
    const next = { ...riskFactors, [factor]: value };
    const known = RISK_FACTORS.some(one => next[one] !== undefined);
    try {
      await api.updateIncident(id, revision, {
        riskFactors: known ? next : null,
      });
      onChanged(await api.getIncident(id));
      return true;
    } catch (caught) {
      const { problems, message } = writeRefusalOf(caught);
      setError(
        problems?.map(
          problem => `${factorName(factor)} ${problem.message}`,
        )[0] ?? message,
      );
      return false;
    }
  };

  return (
    <Section title="Risk" note={<Link to={riskPath}>How it is weighed</Link>}>
      {drill ? (
        <p className={classes.quiet}>Exercises are not scored.</p>
      ) : (
        <>
          <div className={classes.head}>
            <span className={classes.label}>Score, 0 to 1</span>
            <ScoreValue risk={risk} />
            {risk?.priority && <PriorityMark />}
          </div>
          {risk && risk.missing.length > 0 && (
            <p className={classes.quiet}>
              {`Not known: ${risk.missing
                .map(factorName)
                .join(
                  ', ',
                )}. The score weighs the others, and lies anywhere in its range.`}
            </p>
          )}
          {!risk && (
            <p className={classes.quiet}>
              It is scored within a minute of being recorded.
            </p>
          )}
        </>
      )}
      <ul className={classes.list} aria-label="Risk factors">
        {RISK_FACTORS.map(factor => (
          <FactorRow
            key={factor}
            factor={factor}
            value={risk?.factors[factor] ?? riskFactors?.[factor]}
            stated={riskFactors?.[factor] !== undefined}
            canState={canUpdate}
            onState={value => state(factor, value)}
          />
        ))}
      </ul>
      {error && <Alert severity="error">Not changed: {error}</Alert>}
      <Facts
        facts={[
          [
            'Confidence',
            confidence === undefined
              ? undefined
              : `${formatNumber(confidence, 2)} of 1`,
          ],
          ['Blast radius', incident.blastRadius],
          ['Containment option', incident.containmentOption],
          ['Approval outcome', incident.approvalOutcome],
        ]}
      />
    </Section>
  );
}
