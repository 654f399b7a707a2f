import {
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
  riskEndpoints,
} from '../risk';
import type { Page } from './Page';
import type { RiskApi } from './RiskApi';
import { TrendCalls } from './TrendCalls';

/** The calls of `RiskApi` over HTTP. */
export class RiskCalls extends TrendCalls implements RiskApi {
  getRiskState(): Promise<RiskState> {
    return this.call(riskEndpoints.state);
  }

  listRiskIncidents(
    filter: Partial<RiskFilter>,
    options?: { signal?: AbortSignal },
  ): Promise<RiskInputs> {
    return this.call(riskEndpoints.inputs, { query: filter, ...options });
  }

  exportRiskIncidents(filter: Partial<RiskFilter>): Promise<string> {
    const query = { ...filter, format: 'csv' };
    return this.callForText(riskEndpoints.inputs, { query });
  }

  evaluateRisk(input: RiskEvaluationInput): Promise<RiskEvaluationAnswer> {
    return this.call(riskEndpoints.evaluate, { body: input });
  }

  async listRiskProfiles(): Promise<RiskProfile[]> {
    return (await this.call(riskEndpoints.profiles)).items;
  }

  getRiskProfile(id: string): Promise<RiskProfile> {
    return this.call(riskEndpoints.getProfile, { path: { id } });
  }

  createRiskProfile(profile: RiskProfileInput): Promise<RiskProfile> {
    return this.call(riskEndpoints.createProfile, { body: profile });
  }

  updateRiskProfile(
    id: string,
    revision: number,
    patch: RiskProfilePatch,
  ): Promise<RiskProfile> {
    return this.call(riskEndpoints.updateProfile, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteRiskProfile(id: string, revision: number): Promise<void> {
    await this.call(riskEndpoints.deleteProfile, { path: { id }, revision });
  }

  activateRiskProfile(
    id: string,
    activation: RiskActivationInput,
  ): Promise<RiskState> {
    return this.call(riskEndpoints.activate, {
      path: { id },
      body: activation,
    });
  }

  listRiskActivations(
    query: { limit?: number; cursor?: string } = {},
  ): Promise<Page<RiskActivation>> {
    return this.call(riskEndpoints.activations, { query });
  }

  listRiskExperiments(
    query: Partial<RiskExperimentQuery>,
  ): Promise<Page<RiskExperiment>> {
    return this.call(riskEndpoints.experiments, { query });
  }

  getRiskExperiment(id: string): Promise<RiskExperiment> {
    return this.call(riskEndpoints.getExperiment, { path: { id } });
  }

  createRiskExperiment(
    experiment: RiskExperimentInput,
  ): Promise<RiskExperiment> {
    return this.call(riskEndpoints.createExperiment, { body: experiment });
  }

  updateRiskExperiment(
    id: string,
    revision: number,
    patch: RiskExperimentPatch,
  ): Promise<RiskExperiment> {
    return this.call(riskEndpoints.updateExperiment, {
      path: { id },
      revision,
      body: patch,
    });
  }

  adoptRiskExperiment(
    id: string,
    revision: number,
    adoption: RiskAdoptionInput,
  ): Promise<RiskExperiment> {
    return this.call(riskEndpoints.adoptExperiment, {
      path: { id },
      revision,
      body: adoption,
    });
  }

  turnDownRiskExperiment(
    id: string,
    revision: number,
    note: string,
  ): Promise<RiskExperiment> {
    return this.call(riskEndpoints.turnDownExperiment, {
      path: { id },
      revision,
      body: { note },
    });
  }

  async listDecisions(incidentId: string): Promise<Decision[]> {
    const path = { id: incidentId };
    return (await this.call(riskEndpoints.decisions, { path })).items;
  }

  recordDecision(
    incidentId: string,
    decision: DecisionInput,
  ): Promise<Decision> {
    return this.call(riskEndpoints.recordDecision, {
      path: { id: incidentId },
      body: decision,
    });
  }

  getDecisionFigures(
    query: Partial<DecisionFiguresQuery>,
  ): Promise<DecisionFigures> {
    return this.call(riskEndpoints.decisionFigures, { query });
  }
}
