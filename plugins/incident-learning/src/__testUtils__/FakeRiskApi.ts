import {
  Decision,
  DecisionFigures,
  DecisionInput,
  Page,
  RiskAdoptionInput,
  RiskApi,
  RiskExperiment,
  RiskExperimentInput,
  RiskExperimentPatch,
  RiskExperimentQuery,
  adoptionInputSchema,
  decisionInputSchema,
  missingForAdoption,
  reflectionSchema,
  riskExperimentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeRiskProfiles } from './FakeRiskProfiles';
import { SAMPLE_USER } from './ReviewMemory';
import { responseError } from './responseError';
import { figuresOfRisk } from './risk';

/** Experiments and decisions in memory. Ids are `experiment-1`, `decision-1` and on. */
export class FakeRiskApi extends FakeRiskProfiles implements RiskApi {
  private readonly experiments = new Map<string, RiskExperiment>();
  private readonly decisions: Decision[] = [];

  async listRiskExperiments({
    status,
  }: Partial<RiskExperimentQuery>): Promise<Page<RiskExperiment>> {
    await this.failIfAsked();
    const all = [...this.experiments.values()].reverse();
    return {
      items: all.filter(e => !status?.length || status.includes(e.status)),
    };
  }

  async getRiskExperiment(id: string): Promise<RiskExperiment> {
    return this.riskRecord(this.experiments, id);
  }

  async createRiskExperiment(
    input: RiskExperimentInput,
  ): Promise<RiskExperiment> {
    const parsed = await this.parse(riskExperimentInputSchema, input);
    const before = parsed.before ?? { model: this.activeProfile().model };
    const { items } = await this.listRiskIncidents(parsed.filter);
    const experiment: RiskExperiment = {
      ...parsed,
      ...this.riskStamp('experiment', this.experiments.size),
      before,
      figures: {
        before: figuresOfRisk(items, before),
        after: figuresOfRisk(items, parsed.after),
        becomesCount: 0,
        ceasesCount: 0,
        moved: 0,
        topTenKept: 0,
      },
      status: 'open',
    };
    this.experiments.set(experiment.id, experiment);
    return experiment;
  }

  async updateRiskExperiment(
    id: string,
    revision: number,
    { title, reflection }: RiskExperimentPatch,
  ): Promise<RiskExperiment> {
    const before = await this.riskRecord(this.experiments, id, revision);
    return this.keepExperiment({
      ...before,
      title: title ?? before.title,
      reflection: reflectionSchema.parse({
        ...before.reflection,
        ...reflection,
      }),
    });
  }

  async adoptRiskExperiment(
    id: string,
    revision: number,
    input: RiskAdoptionInput,
  ): Promise<RiskExperiment> {
    const adoption = await this.parse(adoptionInputSchema, input);
    const experiment = await this.riskRecord(this.experiments, id, revision);
    const problems = missingForAdoption(experiment);
    if (problems.length > 0) {
      throw await responseError(422, 'UnprocessableError', 'Blank', {
        problems,
      });
    }
    this.activeProfile();
    const { model } = experiment.after;
    const profile = this.addRiskProfile({
      name: adoption.name ?? experiment.title,
      model,
    });
    if (adoption.activate) {
      const [version] = profile.versions;
      this.activateVersion(profile.id, profile.name, version, adoption.note);
    }
    return this.decideExperiment(
      experiment,
      'adopted',
      adoption.note,
      profile.id,
    );
  }

  async turnDownRiskExperiment(
    id: string,
    revision: number,
    note: string,
  ): Promise<RiskExperiment> {
    const experiment = await this.riskRecord(this.experiments, id, revision);
    return this.decideExperiment(experiment, 'turned-down', note);
  }

  async listDecisions(incidentId: string): Promise<Decision[]> {
    await this.getIncident(incidentId);
    return this.decisions.filter(d => d.incidentId === incidentId).reverse();
  }

  async recordDecision(
    incidentId: string,
    input: DecisionInput,
  ): Promise<Decision> {
    const parsed = await this.parse(decisionInputSchema, input);
    const { confidence, blastRadius } = await this.getIncident(incidentId);
    const decision: Decision = {
      confidence,
      blastRadius,
      ...parsed,
      id: `decision-${this.decisions.length + 1}`,
      incidentId,
      recordedAt: this.now,
      recordedBy: SAMPLE_USER,
    };
    const earlier = this.decisions.find(({ id }) => id === parsed.corrects);
    if (earlier) {
      earlier.correctedBy = decision.id;
    }
    this.decisions.push(decision);
    return decision;
  }

  async getDecisionFigures(): Promise<DecisionFigures> {
    throw await responseError(404, 'NotFoundError', 'There are no figures');
  }

  private decideExperiment(
    experiment: RiskExperiment,
    status: RiskExperiment['status'],
    note: string,
    profileId?: string,
  ): RiskExperiment {
    const version = profileId === undefined ? undefined : 1;
    const decision = {
      at: this.now,
      by: SAMPLE_USER,
      note,
      profileId,
      version,
    };
    return this.keepExperiment({ ...experiment, status, decision });
  }

  private keepExperiment(experiment: RiskExperiment): RiskExperiment {
    const next = { ...experiment, revision: experiment.revision + 1 };
    this.experiments.set(next.id, next);
    return next;
  }
}
