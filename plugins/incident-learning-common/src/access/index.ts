export * from './permissions';
export {
  decisionCreatePermission,
  riskExperimentCreatePermission,
  riskExperimentDecidePermission,
  riskExperimentUpdatePermission,
  riskProfileActivatePermission,
  riskProfileCreatePermission,
  riskProfileDeletePermission,
  riskProfileUpdatePermission,
  riskReadPermission,
} from './riskPermissions';
