import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { RiskState } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  Loaded,
  formatCount,
  formatQuantity,
  formatTime,
} from '../../components';
import { Facts, Section } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { riskProfilesRouteRef, riskWhatIfRouteRef } from '../../routes';
import { WeightList, formatScore, formatThreshold } from '../parts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2, 4),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
      alignItems: 'start',
    },
    figure: { margin: 0, fontVariantNumeric: 'tabular-nums' },
    value: {
      fontSize: theme.typography.pxToRem(36),
      lineHeight: 1.1,
      fontWeight: 700,
      letterSpacing: '-0.01em',
    },
    of: {
      display: 'block',
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
    try: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'IncidentLearningActiveProfile' },
);

/** By what priority is decided now, who decided that and why. */
export function ActiveProfile() {
  const api = useApi(incidentLearningApiRef);
  const answer = useApiData('', () => api.getRiskState());
  return (
    <Loaded what="the active profile" variant="cards" count={1} answer={answer}>
      {state => <Profile state={state} />}
    </Loaded>
  );
}

function Profile({ state }: { state: RiskState }) {
  const classes = useStyles();
  const whatIf = useRouteRef(riskWhatIfRouteRef)();
  const profiles = useRouteRef(riskProfilesRouteRef)();
  const { activation, threshold, scored, priorityCount, pending } = state;
  const { profileId, profileName, version, model } = activation;
  return (
    <Section
      title="Active profile"
      note={
        pending > 0
          ? `${formatQuantity(pending, 'incident')} still to be scored by it`
          : undefined
      }
    >
      <div className={classes.root}>
        <div>
          <p className={classes.figure}>
            <span className={classes.value}>{formatCount(priorityCount)}</span>
            <span className={classes.of}>
              of {formatQuantity(scored, 'scored incident')} have priority
            </span>
          </p>
          <Button
            className={classes.try}
            variant="contained"
            color="primary"
            component={RouterLink}
            to={whatIf}
          >
            Try another weighing
          </Button>
        </div>
        <WeightList weights={model.weights} />
        <Facts
          facts={[
            [
              'Profile',
              <Link key="profile" to={`${profiles}#${profileId}`}>
                {profileName}, version {version}
              </Link>,
            ],
            ['Threshold', formatThreshold(model.threshold)],
            ['Score', `${formatScore(threshold)} and above`],
            [
              'Activated',
              <span key="by">
                {formatTime(activation.at)}, by{' '}
                <PersonName entityRef={activation.by} />
              </span>,
            ],
            ['Why', activation.reason],
          ]}
        />
      </div>
    </Section>
  );
}
