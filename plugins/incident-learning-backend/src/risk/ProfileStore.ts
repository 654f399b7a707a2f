import type {
  RiskActivation,
  RiskProfile,
  RiskProfileVersion,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A profile without its versions. */
export type ProfileRecord = Omit<RiskProfile, 'versions' | 'activeVersion'>;

/** Keeps profiles, and which of them decides. */
export interface ProfileStore {
  /** By name. */
  list(): Promise<RiskProfile[]>;
  get(id: string): Promise<RiskProfile | undefined>;
  /** @throws a unique violation when there is a profile of that name */
  insert(profile: ProfileRecord, version: RiskProfileVersion): Promise<void>;
  /**
   * @returns whether it still had the revision before
   * @throws a unique violation when there is another profile of that name
   */
  update(profile: ProfileRecord): Promise<boolean>;
  addVersion(profileId: string, version: RiskProfileVersion): Promise<void>;
  delete(id: string, revision: number): Promise<boolean>;

  /** The active profile; keeps others from changing it until the transaction ends. */
  lockActive(): Promise<{ profileId: string }>;
  /** Lets a version decide from now on; to be called after `lockActive`. */
  activate(activation: RiskActivation): Promise<void>;
}
