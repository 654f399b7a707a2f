import { useApi } from '@backstage/core-plugin-api';
import type { RiskProfile } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { AskDialog } from '../../components/dialog';

/** Asks before a profile is deleted; one that decides cannot be. */
export function DeleteProfile(props: {
  profile: RiskProfile;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { profile, onClose, onDeleted } = props;
  const { name, activeVersion } = profile;
  const api = useApi(incidentLearningApiRef);
  if (activeVersion) {
    return (
      <AskDialog
        title="This profile is active"
        text={`“${name}” decides priority now, so it cannot be deleted. Activate another profile first.`}
        back="Close"
        onClose={onClose}
      />
    );
  }
  return (
    <AskDialog
      title="Delete this profile?"
      text={`“${name}” goes with all its versions. When it was active stays in the history.`}
      back="Keep it"
      confirm="Delete profile"
      confirming="Deleting…"
      failure="Not deleted"
      destructive
      onClose={onClose}
      onConfirm={async () => {
        await api.deleteRiskProfile(profile.id, profile.revision);
        onDeleted();
      }}
    />
  );
}
