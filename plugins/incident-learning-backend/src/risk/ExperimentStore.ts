import type {
  Page,
  RiskExperiment,
  RiskExperimentQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** Keeps experiments. */
export interface ExperimentStore {
  list(query: RiskExperimentQuery): Promise<Page<RiskExperiment>>;
  get(id: string): Promise<RiskExperiment | undefined>;
  insert(experiment: RiskExperiment): Promise<void>;
  /** @returns whether it still had the revision before */
  update(experiment: RiskExperiment): Promise<boolean>;
}
