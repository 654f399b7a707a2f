import {
  DEFAULT_RISK_MODEL,
  Page,
  RiskActivation,
  RiskActivationInput,
  RiskEvaluationAnswer,
  RiskFilter,
  RiskInputs,
  RiskProfile,
  RiskProfileInput,
  RiskProfilePatch,
  RiskState,
  createRiskSet,
  evaluateRisk,
  riskFilterSchema,
  riskProfileInputSchema,
  sameRiskModel,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeIncidentLearningApi } from './FakeIncidentLearningApi';
import { SAMPLE_USER } from './ReviewMemory';
import { responseError } from './responseError';
import { figuresOfRisk, riskInputOf } from './risk';

/** Risk profiles in memory. Ids are `profile-1` and on. */
export class FakeRiskProfiles extends FakeIncidentLearningApi {
  private readonly profiles = new Map<string, RiskProfile>();
  private readonly activationLog: RiskActivation[] = [];

  async getRiskState(): Promise<RiskState> {
    const { items } = await this.listRiskIncidents({});
    const activation = this.activeProfile();
    const found = evaluateRisk(createRiskSet(items), activation);
    return {
      activation,
      threshold: found.threshold,
      scored: found.scored,
      priorityCount: found.priorityCount,
      pending: 0,
      refreshedAt: this.now,
    };
  }

  async listRiskIncidents(filter: Partial<RiskFilter>): Promise<RiskInputs> {
    await this.parse(riskFilterSchema, filter);
    const found = await this.listIncidents({ ...filter, limit: 200 });
    const items = found.items.filter(({ drill }) => !drill).map(riskInputOf);
    return { items, totalItems: items.length };
  }

  async exportRiskIncidents(filter: Partial<RiskFilter>): Promise<string> {
    const { items } = await this.listRiskIncidents(filter);
    return ['id', ...items.map(({ id }) => id)].join('\n');
  }

  async evaluateRisk(): Promise<RiskEvaluationAnswer> {
    const { model } = this.activeProfile();
    const { items } = await this.listRiskIncidents({});
    return { model, ...figuresOfRisk(items, { model }), top: [] };
  }

  async listRiskProfiles(): Promise<RiskProfile[]> {
    await this.failIfAsked();
    this.activeProfile();
    return [...this.profiles.values()].map(profile =>
      this.shownProfile(profile),
    );
  }

  async getRiskProfile(id: string): Promise<RiskProfile> {
    this.activeProfile();
    return this.shownProfile(await this.riskRecord(this.profiles, id));
  }

  async createRiskProfile(input: RiskProfileInput): Promise<RiskProfile> {
    const profile = await this.parse(riskProfileInputSchema, input);
    this.activeProfile();
    return this.addRiskProfile(profile);
  }

  async updateRiskProfile(
    id: string,
    revision: number,
    { model, note, description, ...patch }: RiskProfilePatch,
  ): Promise<RiskProfile> {
    const before = await this.riskRecord(this.profiles, id, revision);
    const [latest] = before.versions;
    const next =
      model && !sameRiskModel(model, latest.model)
        ? [{ ...latest, version: latest.version + 1, model, note }]
        : [];
    const profile = {
      ...before,
      ...patch,
      description:
        description === undefined
          ? before.description
          : description ?? undefined,
      revision: revision + 1,
      versions: [...next, ...before.versions],
    };
    this.profiles.set(id, profile);
    return this.shownProfile(profile);
  }

  async deleteRiskProfile(id: string, revision: number): Promise<void> {
    const { name } = await this.riskRecord(this.profiles, id, revision);
    if (this.activeProfile().profileId === id) {
      throw await responseError(
        409,
        'ConflictError',
        `The profile ${name} is active: activate another one first`,
      );
    }
    this.profiles.delete(id);
  }

  async activateRiskProfile(
    id: string,
    { version, reason }: RiskActivationInput,
  ): Promise<RiskState> {
    this.activeProfile();
    const { name, versions } = await this.riskRecord(this.profiles, id);
    const chosen = versions.find(v => v.version === version) ?? versions[0];
    this.activateVersion(id, name, chosen, reason);
    return this.getRiskState();
  }

  async listRiskActivations(): Promise<Page<RiskActivation>> {
    await this.failIfAsked();
    this.activeProfile();
    return { items: [...this.activationLog].reverse() };
  }

  protected activeProfile(): RiskActivation {
    if (this.activationLog.length === 0) {
      const { id, name, versions } = this.addRiskProfile({
        name: 'Standard',
        model: DEFAULT_RISK_MODEL,
      });
      this.activateVersion(id, name, versions[0], 'What there is at first');
    }
    return this.activationLog[this.activationLog.length - 1];
  }

  protected activateVersion(
    profileId: string,
    profileName: string,
    { version, model }: RiskProfile['versions'][number],
    reason: string,
  ): void {
    this.activationLog.push({
      id: `activation-${this.activationLog.length + 1}`,
      profileId,
      profileName,
      version,
      model,
      at: this.now,
      by: SAMPLE_USER,
      reason,
    });
  }

  protected addRiskProfile({ model, note, ...content }: RiskProfileInput) {
    const stamp = this.riskStamp('profile', this.profiles.size);
    const { createdAt, createdBy } = stamp;
    const version = { version: 1, model, createdAt, createdBy, note };
    const profile = { ...content, ...stamp, versions: [version] };
    this.profiles.set(profile.id, profile);
    return profile;
  }

  private shownProfile(profile: RiskProfile): RiskProfile {
    const { profileId, version } = this.activeProfile();
    return profileId === profile.id
      ? { ...profile, activeVersion: version }
      : profile;
  }

  protected async riskRecord<T extends { revision: number }>(
    all: Map<string, T>,
    id: string,
    revision?: number,
  ): Promise<T> {
    await this.failIfAsked();
    const found = all.get(id);
    if (!found || (revision !== undefined && found.revision !== revision)) {
      throw found
        ? await responseError(412, 'PreconditionFailedError', 'Stale', {
            current: found,
          })
        : await responseError(404, 'NotFoundError', `Nothing at ${id}`);
    }
    return found;
  }

  protected riskStamp(name: string, count: number) {
    return {
      id: `${name}-${count + 1}`,
      revision: 1,
      createdAt: this.now,
      updatedAt: this.now,
      createdBy: SAMPLE_USER,
    };
  }
}
