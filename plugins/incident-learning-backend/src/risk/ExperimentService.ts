import { ConflictError, NotFoundError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Page,
  RiskAdoptionInput,
  RiskExperiment,
  RiskExperimentPatch,
  RiskExperimentQuery,
  missingForAdoption,
  riskExperimentCreatePermission,
  riskExperimentDecidePermission,
  riskExperimentUpdatePermission,
  riskProfileActivatePermission,
  riskProfileCreatePermission,
  riskProfileUpdatePermission,
  riskReadPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { IncidentAccess } from '../access';
import { UnprocessableError, requireRevision } from '../http';
import {
  Call,
  ProfileService,
  activateProfile,
  addProfile,
  addVersion,
} from './ProfileService';
import type { RiskService } from './RiskService';
import type { RiskStores } from './stores';

/** What is asked for to keep a what-if. */
type ExperimentContent = Pick<
  RiskExperiment,
  'title' | 'after' | 'filter' | 'reflection'
> &
  Partial<Pick<RiskExperiment, 'before'>>;

export interface ExperimentServiceOptions {
  stores: RiskStores;
  risk: RiskService;
  profiles: ProfileService;
  access: IncidentAccess;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** What-ifs that were kept, and what became of them. */
export class ExperimentService {
  static create(options: ExperimentServiceOptions): ExperimentService {
    return new ExperimentService(options);
  }

  private constructor(private readonly options: ExperimentServiceOptions) {}

  async list(
    query: RiskExperimentQuery,
    { credentials }: Call,
  ): Promise<Page<RiskExperiment>> {
    await this.options.access.decide(riskReadPermission, credentials);
    return this.options.stores.experiments.list(query);
  }

  async get(id: string, { credentials }: Call): Promise<RiskExperiment> {
    await this.options.access.decide(riskReadPermission, credentials);
    return this.load(this.options.stores, id);
  }

  /** Keeps a what-if with the figures that it gives now. */
  async create(
    content: ExperimentContent,
    call: Call,
  ): Promise<RiskExperiment> {
    const { access, stores, risk, nameOf } = this.options;
    await access.decide(riskExperimentCreatePermission, call.credentials);
    const { activation } = await stores.scores.state();
    const before = content.before ?? { model: activation.model };
    const now = new Date().toISOString();
    const experiment: RiskExperiment = {
      ...content,
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: nameOf(call.credentials),
      before,
      figures: await risk.figuresOf({ ...content, before }, call),
      status: 'open',
    };
    await stores.experiments.insert(experiment);
    return experiment;
  }

  /** @throws ConflictError once it is decided */
  async update(
    id: string,
    revision: number,
    { title, reflection }: RiskExperimentPatch,
    call: Call,
  ): Promise<RiskExperiment> {
    const { access, stores } = this.options;
    await access.decide(riskExperimentUpdatePermission, call.credentials);
    const before = await this.loadOpen(stores, id, revision);
    return this.replace(stores, {
      ...before,
      title: title ?? before.title,
      reflection: { ...before.reflection, ...reflection },
    });
  }

  /**
   * Makes a profile, or the next version of one, of an experiment.
   *
   * @throws UnprocessableError that names every blank of the reflection
   * @throws ConflictError once it is decided
   */
  async adopt(
    id: string,
    revision: number,
    adoption: RiskAdoptionInput,
    call: Call,
  ): Promise<RiskExperiment> {
    const { access, stores, profiles, nameOf } = this.options;
    const { credentials } = call;
    for (const permission of [
      riskExperimentDecidePermission,
      adoption.profileId
        ? riskProfileUpdatePermission
        : riskProfileCreatePermission,
      ...(adoption.activate ? [riskProfileActivatePermission] : []),
    ]) {
      await access.decide(permission, credentials);
    }
    const by = nameOf(credentials);
    const adopted = await stores.transaction(async tx => {
      await tx.profiles.lockActive();
      const experiment = await this.loadOpen(tx, id, revision);
      const missing = missingForAdoption(experiment);
      if (missing.length > 0) {
        throw new UnprocessableError(missing);
      }
      const made = await this.makeProfile(tx, experiment, adoption, by);
      if (adoption.activate) {
        const profile = await this.requireProfile(tx, made.profileId);
        const { note: reason } = adoption;
        const { version } = made;
        await activateProfile(tx, profile, { version, reason, by });
      }
      return this.replace(tx, {
        ...experiment,
        status: 'adopted',
        decision: decisionOf(adoption.note, by, made),
      });
    });
    if (adoption.activate) {
      await profiles.follow();
    }
    return adopted;
  }

  /** @throws ConflictError once it is decided */
  async turnDown(
    id: string,
    revision: number,
    note: string,
    call: Call,
  ): Promise<RiskExperiment> {
    const { access, stores, nameOf } = this.options;
    await access.decide(riskExperimentDecidePermission, call.credentials);
    const experiment = await this.loadOpen(stores, id, revision);
    return this.replace(stores, {
      ...experiment,
      status: 'turned-down',
      decision: decisionOf(note, nameOf(call.credentials)),
    });
  }

  private async makeProfile(
    tx: RiskStores,
    { id, title, after }: RiskExperiment,
    { profileId, name, note }: RiskAdoptionInput,
    by: string,
  ): Promise<{ profileId: string; version: number }> {
    const { model } = after;
    if (profileId) {
      const profile = await this.requireProfile(tx, profileId);
      const added = { model, note, by, experimentId: id };
      return { profileId, version: await addVersion(tx, profile, added) };
    }
    // A name is shorter than a title may be.
    const input = { name: name ?? title.slice(0, 100).trim(), model, note };
    return { profileId: await addProfile(tx, input, by, id), version: 1 };
  }

  private async requireProfile(tx: RiskStores, id: string) {
    const profile = await tx.profiles.get(id);
    if (!profile) {
      throw new UnprocessableError([
        {
          path: 'profileId',
          message: `is no risk profile (${id}): it may have been deleted`,
        },
      ]);
    }
    return profile;
  }

  private async replace(
    { experiments }: RiskStores,
    next: RiskExperiment,
  ): Promise<RiskExperiment> {
    const { revision } = next;
    const updatedAt = new Date().toISOString();
    const stored = { ...next, revision: revision + 1, updatedAt };
    if (!(await experiments.update(stored))) {
      const current = await experiments.get(next.id);
      requireRevision('this experiment', current ?? stored, revision);
    }
    return stored;
  }

  private async loadOpen(
    stores: RiskStores,
    id: string,
    revision: number,
  ): Promise<RiskExperiment> {
    const experiment = await this.load(stores, id);
    if (experiment.status !== 'open') {
      throw new ConflictError(
        experiment.status === 'adopted'
          ? 'This experiment was adopted and stays as it is: start another one from it'
          : 'This experiment was turned down and stays as it is: start another one from it',
      );
    }
    requireRevision('this experiment', experiment, revision);
    return experiment;
  }

  private async load(
    { experiments }: RiskStores,
    id: string,
  ): Promise<RiskExperiment> {
    const experiment = await experiments.get(id);
    if (!experiment) {
      throw new NotFoundError(`There is no experiment ${id}`);
    }
    return experiment;
  }
}

function decisionOf(
  note: string,
  by: string,
  made: { profileId?: string; version?: number } = {},
): RiskExperiment['decision'] {
  return { at: new Date().toISOString(), by, note, ...made };
}
