import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { riskProfileCreatePermission } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded } from '../../components';
import { RiskFrame } from '../parts';
import { ActivationHistory } from './ActivationHistory';
import { ProfileCard } from './ProfileCard';
import { ProfileDialog } from './ProfileDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningProfiles' },
);

/** The named ways to weigh risk, and who made which one decide. */
export function ProfilesPage() {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const [version, setVersion] = useState(0);
  const [creating, setCreating] = useState(false);
  const { allowed } = usePermission({
    permission: riskProfileCreatePermission,
  });
  const answer = useApiData(String(version), () => api.listRiskProfiles());
  const reload = () => setVersion(before => before + 1);
  return (
    <RiskFrame
      title="Profiles"
      actions={
        allowed && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => setCreating(true)}
          >
            Create profile
          </Button>
        )
      }
    >
      <div className={classes.root}>
        <Loaded what="the profiles" variant="cards" answer={answer}>
          {profiles =>
            [...profiles]
              .sort(
                (a, b) => (b.activeVersion ? 1 : 0) - (a.activeVersion ? 1 : 0),
              )
              .map(profile => (
                <ProfileCard
                  key={profile.id}
                  profile={profile}
                  onChanged={reload}
                />
              ))
          }
        </Loaded>
        <ActivationHistory version={version} />
      </div>
      {creating && (
        <ProfileDialog
          onClose={() => setCreating(false)}
          onSaved={() => {
            setCreating(false);
            reload();
          }}
        />
      )}
    </RiskFrame>
  );
}
