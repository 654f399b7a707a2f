import { createPermission } from '@backstage/plugin-permission-common';

/** To see profiles and experiments; scores of incidents go with the incidents. @public */
export const riskReadPermission = createPermission({
  name: 'incident-learning.risk.read',
  attributes: { action: 'read' },
});

/** To keep a what-if. @public */
export const riskExperimentCreatePermission = createPermission({
  name: 'incident-learning.risk.experiment.create',
  attributes: { action: 'create' },
});

/** To write an experiment's reflection. @public */
export const riskExperimentUpdatePermission = createPermission({
  name: 'incident-learning.risk.experiment.update',
  attributes: { action: 'update' },
});

/** To adopt an experiment or turn it down. @public */
export const riskExperimentDecidePermission = createPermission({
  name: 'incident-learning.risk.experiment.decide',
  attributes: { action: 'update' },
});

/** @public */
export const riskProfileCreatePermission = createPermission({
  name: 'incident-learning.risk.profile.create',
  attributes: { action: 'create' },
});

/** @public */
export const riskProfileUpdatePermission = createPermission({
  name: 'incident-learning.risk.profile.update',
  attributes: { action: 'update' },
});

/** To let a profile decide what has priority. @public */
export const riskProfileActivatePermission = createPermission({
  name: 'incident-learning.risk.profile.activate',
  attributes: { action: 'update' },
});

/** @public */
export const riskProfileDeletePermission = createPermission({
  name: 'incident-learning.risk.profile.delete',
  attributes: { action: 'delete' },
});

/** To record who approved or refused to contain an incident. @public */
export const decisionCreatePermission = createPermission({
  name: 'incident-learning.decision.create',
  attributes: { action: 'create' },
});

/** Every permission of risk and of decisions. */
export const riskPermissions = [
  riskReadPermission,
  riskExperimentCreatePermission,
  riskExperimentUpdatePermission,
  riskExperimentDecidePermission,
  riskProfileCreatePermission,
  riskProfileUpdatePermission,
  riskProfileActivatePermission,
  riskProfileDeletePermission,
  decisionCreatePermission,
];
