import type {
  Decision,
  DecisionFigures,
  DecisionFiguresQuery,
  DecisionInput,
  RiskActivation,
  RiskActivationInput,
  RiskAdoptionInput,
  RiskEvaluationAnswer,
  RiskEvaluationInput,
  RiskExperiment,
  RiskExperimentInput,
  RiskExperimentPatch,
  RiskExperimentQuery,
  RiskFilter,
  RiskInputs,
  RiskProfile,
  RiskProfileInput,
  RiskProfilePatch,
  RiskState,
} from '../risk';
import type { Page } from './Page';

/** What can be asked about risk, and about decisions to contain. @public */
export interface RiskApi {
  getRiskState(): Promise<RiskState>;
  /** Incidents with their factors, to be weighed here. */
  listRiskIncidents(
    filter: Partial<RiskFilter>,
    options?: { signal?: AbortSignal },
  ): Promise<RiskInputs>;
  /** All incidents of a filter with their scores by the active profile, as CSV. */
  exportRiskIncidents(filter: Partial<RiskFilter>): Promise<string>;
  evaluateRisk(input: RiskEvaluationInput): Promise<RiskEvaluationAnswer>;

  listRiskProfiles(): Promise<RiskProfile[]>;
  getRiskProfile(id: string): Promise<RiskProfile>;
  createRiskProfile(profile: RiskProfileInput): Promise<RiskProfile>;
  updateRiskProfile(
    id: string,
    revision: number,
    patch: RiskProfilePatch,
  ): Promise<RiskProfile>;
  /** Rejects with 409 as long as the profile is active. */
  deleteRiskProfile(id: string, revision: number): Promise<void>;
  activateRiskProfile(
    id: string,
    activation: RiskActivationInput,
  ): Promise<RiskState>;
  listRiskActivations(query?: {
    limit?: number;
    cursor?: string;
  }): Promise<Page<RiskActivation>>;

  listRiskExperiments(
    query: Partial<RiskExperimentQuery>,
  ): Promise<Page<RiskExperiment>>;
  getRiskExperiment(id: string): Promise<RiskExperiment>;
  createRiskExperiment(
    experiment: RiskExperimentInput,
  ): Promise<RiskExperiment>;
  updateRiskExperiment(
    id: string,
    revision: number,
    patch: RiskExperimentPatch,
  ): Promise<RiskExperiment>;
  /** Rejects with 422, whose `problems` name every blank of the reflection. */
  adoptRiskExperiment(
    id: string,
    revision: number,
    adoption: RiskAdoptionInput,
  ): Promise<RiskExperiment>;
  turnDownRiskExperiment(
    id: string,
    revision: number,
    note: string,
  ): Promise<RiskExperiment>;

  listDecisions(incidentId: string): Promise<Decision[]>;
  recordDecision(
    incidentId: string,
    decision: DecisionInput,
  ): Promise<Decision>;
  getDecisionFigures(
    query: Partial<DecisionFiguresQuery>,
  ): Promise<DecisionFigures>;
}
