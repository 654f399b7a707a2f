import {
  BackstageCredentials,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Page,
  RiskActivation,
  RiskActivationInput,
  RiskModel,
  RiskProfile,
  RiskProfileInput,
  RiskProfilePatch,
  RiskState,
  riskProfileActivatePermission,
  riskProfileCreatePermission,
  riskProfileDeletePermission,
  riskProfileUpdatePermission,
  riskReadPermission,
  sameRiskModel,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { IncidentAccess } from '../access';
import { UnprocessableError, requireRevision } from '../http';
import type { RiskScoring } from './RiskScoring';
import type { RiskStores } from './stores';

/** How long an activation scores incidents before it leaves the rest to the scheduler. */
const ACTIVATION_MS = 5_000;

export interface Call {
  credentials: BackstageCredentials;
}

export interface ProfileServiceOptions {
  stores: RiskStores;
  scoring: RiskScoring;
  access: IncidentAccess;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** Who weighs risk how, and which way decides. */
export class ProfileService {
  static create(options: ProfileServiceOptions): ProfileService {
    return new ProfileService(options);
  }

  private constructor(private readonly options: ProfileServiceOptions) {}

  async state(call: Call): Promise<RiskState> {
    await this.enter(call);
    return this.currentState();
  }

  async list(call: Call): Promise<RiskProfile[]> {
    await this.enter(call);
    return this.options.stores.profiles.list();
  }

  async get(id: string, call: Call): Promise<RiskProfile> {
    await this.enter(call);
    return this.load(this.options.stores, id);
  }

  async activations(
    page: { limit: number; cursor?: string },
    call: Call,
  ): Promise<Page<RiskActivation>> {
    await this.enter(call);
    return this.options.stores.scores.activations(page);
  }

  /** @throws ConflictError when there is a profile of that name */
  async create(input: RiskProfileInput, call: Call): Promise<RiskProfile> {
    const { access, stores, nameOf } = this.options;
    await access.decide(riskProfileCreatePermission, call.credentials);
    const by = nameOf(call.credentials);
    const id = await stores.transaction(tx => addProfile(tx, input, by));
    return this.load(stores, id);
  }

  /**
   * Changes a profile; another model makes its next version.
   *
   * @throws PreconditionFailedError with what stands when somebody else was faster
   * @throws ConflictError when there is another profile of that name
   */
  async update(
    id: string,
    revision: number,
    patch: RiskProfilePatch,
    call: Call,
  ): Promise<RiskProfile> {
    const { access, stores, nameOf } = this.options;
    await access.decide(riskProfileUpdatePermission, call.credentials);
    const by = nameOf(call.credentials);
    await stores.transaction(async tx => {
      const before = await this.load(tx, id);
      requireRevision('this profile', before, revision);
      if (
        !(await nameChecked(() => tx.profiles.update(patched(before, patch))))
      ) {
        requireRevision('this profile', await this.load(tx, id), revision);
      }
      if (
        patch.model &&
        !sameRiskModel(patch.model, before.versions[0].model)
      ) {
        const { model, note } = patch;
        await addVersion(tx, before, { model, note, by });
      }
    });
    return this.load(stores, id);
  }

  /** @throws ConflictError as long as the profile decides */
  async delete(id: string, revision: number, call: Call): Promise<void> {
    const { access, stores } = this.options;
    await access.decide(riskProfileDeletePermission, call.credentials);
    await stores.transaction(async tx => {
      const { profileId } = await tx.profiles.lockActive();
      const profile = await this.load(tx, id);
      requireRevision('this profile', profile, revision);
      if (profileId === id) {
        throw new ConflictError(
          `The profile ${profile.name} is active: activate another one, then delete it`,
        );
      }
      await tx.profiles.delete(id, revision);
    });
  }

  /**
   * Lets a version decide, and scores the incidents by it, as many as a request has time for.
   *
   * @throws UnprocessableError for a version that there is none of
   */
  async activate(
    id: string,
    activation: RiskActivationInput,
    call: Call,
  ): Promise<RiskState> {
    const { access, stores, nameOf } = this.options;
    await access.decide(riskProfileActivatePermission, call.credentials);
    const by = nameOf(call.credentials);
    await stores.transaction(async tx => {
      await tx.profiles.lockActive();
      await activateProfile(tx, await this.load(tx, id), { ...activation, by });
    });
    return this.follow();
  }

  /** What follows once another profile decides. */
  async follow(): Promise<RiskState> {
    await this.options.scoring.refresh(ACTIVATION_MS);
    return this.currentState();
  }

  private async currentState(): Promise<RiskState> {
    const { scores } = this.options.stores;
    const { number, checkedAt, sweptAt, ...state } = await scores.state();
    return { ...state, pending: await scores.pending(number) };
  }

  private async enter({ credentials }: Call): Promise<void> {
    await this.options.access.decide(riskReadPermission, credentials);
  }

  private async load(
    { profiles }: RiskStores,
    id: string,
  ): Promise<RiskProfile> {
    const profile = await profiles.get(id);
    if (!profile) {
      throw new NotFoundError(`There is no risk profile ${id}`);
    }
    return profile;
  }
}

/** @throws ConflictError when there is a profile of that name */
export async function addProfile(
  tx: RiskStores,
  { name, description, model, note }: RiskProfileInput,
  by: string,
  experimentId?: string,
): Promise<string> {
  const id = uuid();
  const now = new Date().toISOString();
  await nameChecked(() =>
    tx.profiles.insert(
      {
        id,
        revision: 1,
        createdAt: now,
        updatedAt: now,
        createdBy: by,
        name,
        description,
      },
      { version: 1, model, createdAt: now, createdBy: by, note, experimentId },
    ),
  );
  return id;
}

/** @returns the number of the new version */
export async function addVersion(
  tx: RiskStores,
  { id, versions }: RiskProfile,
  added: { model: RiskModel; note?: string; by: string; experimentId?: string },
): Promise<number> {
  const version = versions[0].version + 1;
  const { by, ...content } = added;
  await tx.profiles.addVersion(id, {
    ...content,
    version,
    createdAt: new Date().toISOString(),
    createdBy: by,
  });
  return version;
}

/** To be called after `lockActive`. @throws UnprocessableError for a version that there is none of */
export async function activateProfile(
  tx: RiskStores,
  { id, name, versions }: RiskProfile,
  activation: { version?: number; reason: string; by: string },
): Promise<void> {
  const { version = versions[0].version, reason, by } = activation;
  const chosen = versions.find(own => own.version === version);
  if (!chosen) {
    throw new UnprocessableError([
      {
        path: 'version',
        message: `is ${version}: ${name} has the versions 1 to ${versions[0].version}`,
      },
    ]);
  }
  await tx.profiles.activate({
    id: uuid(),
    profileId: id,
    profileName: name,
    version,
    model: chosen.model,
    at: new Date().toISOString(),
    by,
    reason,
  });
}

function patched(
  { versions: _, activeVersion: __, ...profile }: RiskProfile,
  { name, description }: RiskProfilePatch,
) {
  return {
    ...profile,
    name: name ?? profile.name,
    description:
      description === undefined
        ? profile.description
        : description ?? undefined,
    revision: profile.revision + 1,
    updatedAt: new Date().toISOString(),
  };
}

/** Tells a name that is taken from any other failure. */
async function nameChecked<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      throw new ConflictError(
        'There is a risk profile of that name already: choose another name, or give that profile its next version',
      );
    }
    throw error;
  }
}
