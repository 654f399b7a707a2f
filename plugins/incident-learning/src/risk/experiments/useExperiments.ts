import { useApi } from '@backstage/core-plugin-api';
import type {
  ExperimentStatus,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Pages, incidentLearningApiRef, usePages } from '../../api';

/** The first so many experiments, and how many there are. */
export function useExperiments(
  statuses: ExperimentStatus[],
  shown: number,
): Pages<RiskExperiment> {
  const api = useApi(incidentLearningApiRef);
  const status = statuses.length > 0 ? statuses : undefined;
  return usePages(`${statuses}`, { shown }, page =>
    api.listRiskExperiments({ status, ...page }),
  );
}
