import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useParams } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { RiskExperiment } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState, formatTime } from '../../components';
import { Facts, Section } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { riskProfilesRouteRef, riskWhatIfRouteRef } from '../../routes';
import { patchParams } from '../../url';
import { RiskFrame } from '../parts';
import { writeScenario } from '../whatIf/whatIfUrl';
import { BeforeAfter } from './BeforeAfter';
import { describeChange } from './describe';
import { Decide } from './Decide';
import { Reflection } from './Reflection';
import { StatusTag } from './StatusTag';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 3fr) minmax(300px, 2fr)',
      },
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'IncidentLearningExperimentPage' },
);

/** One kept what-if: what it said, what its author makes of it, and what was decided. */
export function ExperimentPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () =>
    api.getRiskExperiment(id),
  );
  if (error || data?.id !== id) {
    return (
      <RiskFrame title="Experiment">
        {error ? (
          <ErrorState what="the experiment" error={error} onRetry={retry} />
        ) : (
          <LoadingState what="the experiment" variant="detail" />
        )}
      </RiskFrame>
    );
  }
  return <Experiment key={id} experiment={data} />;
}

function Experiment(props: { experiment: RiskExperiment }) {
  const classes = useStyles();
  const [experiment, setExperiment] = useState(props.experiment);
  const { title, status, createdBy, createdAt } = experiment;
  return (
    <RiskFrame
      title={title}
      below={
        <div className={classes.row}>
          <StatusTag status={status} />
          <span>
            <PersonName entityRef={createdBy} />, {formatTime(createdAt)}
          </span>
          <WhatIfLink experiment={experiment} />
        </div>
      }
    >
      <div className={classes.root}>
        <div className={classes.column}>
          <Section title="What it said when it was saved">
            <p>{describeChange(experiment).join(' ')}</p>
            <BeforeAfter experiment={experiment} />
          </Section>
          <Reflection experiment={experiment} onChange={setExperiment} />
        </div>
        <div className={classes.column}>
          {status === 'open' ? (
            <Decide experiment={experiment} onDecided={setExperiment} />
          ) : (
            <Decision experiment={experiment} />
          )}
        </div>
      </div>
    </RiskFrame>
  );
}

function Decision({ experiment }: { experiment: RiskExperiment }) {
  const profiles = useRouteRef(riskProfilesRouteRef)();
  const { decision, status } = experiment;
  if (!decision) {
    return null;
  }
  return (
    <Section title={status === 'adopted' ? 'Adopted' : 'Turned down'}>
      <Facts
        facts={[
          ['By', <PersonName key="by" entityRef={decision.by} />],
          ['When', formatTime(decision.at)],
          ['Note', decision.note],
          [
            'Profile',
            decision.profileId && (
              <Link key="profile" to={`${profiles}#${decision.profileId}`}>
                Version {decision.version}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function WhatIfLink({ experiment }: { experiment: RiskExperiment }) {
  const path = useRouteRef(riskWhatIfRouteRef)();
  const { before, after, filter } = experiment;
  const params = patchParams(new URLSearchParams(), {
    ...writeScenario(after, before.model),
    scope: filter.scope,
    from: filter.from?.slice(0, 10),
  });
  return <Link to={`${path}?${params}`}>Open in What if</Link>;
}
