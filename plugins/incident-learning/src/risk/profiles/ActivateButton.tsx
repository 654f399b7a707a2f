import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RiskProfile,
  riskProfileActivatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { ReasonDialog } from '../../reviews/ReasonDialog';

/** Lets a version decide priority, for a reason. */
export function ActivateButton(props: {
  profile: RiskProfile;
  version: number;
  small?: boolean;
  onActivated: () => void;
}) {
  const { profile, version, small, onActivated } = props;
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const [asking, setAsking] = useState(false);
  const { allowed } = usePermission({
    permission: riskProfileActivatePermission,
  });
  if (!allowed) {
    return null;
  }
  const activate = async (reason: string) => {
    setAsking(false);
    try {
      await api.activateRiskProfile(profile.id, { version, reason });
      alertApi.post({
        message: `“${profile.name}”, version ${version}, decides priority now`,
        severity: 'success',
        display: 'transient',
      });
      onActivated();
    } catch (error) {
      alertApi.post({
        message: `Not activated: ${refusalText(error)}`,
        severity: 'error',
      });
    }
  };
  return (
    <>
      <Button
        size={small ? 'small' : 'medium'}
        variant="outlined"
        color="primary"
        aria-label={`Activate version ${version} of ${profile.name}`}
        onClick={() => setAsking(true)}
      >
        Activate{small ? '' : ` version ${version}`}
      </Button>
      {asking && (
        <ReasonDialog
          title={`Activate “${profile.name}”, version ${version}?`}
          text="It decides from now on which incidents have priority, and in which order reviews wait. The reason is kept for all to read."
          label="Reason"
          button="Activate"
          onClose={() => setAsking(false)}
          onConfirm={activate}
        />
      )}
    </>
  );
}
