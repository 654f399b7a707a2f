import type {
  RiskModel,
  RiskProfile,
  RiskState,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What a what-if is compared with. */
export interface BaseModel {
  /** By which the address names it; absent of the active profile. */
  key?: string;
  name: string;
  model: RiskModel;
}

export function baseOf(
  { state, profiles }: { state: RiskState; profiles: RiskProfile[] },
  against: string | undefined,
): BaseModel {
  const { activation } = state;
  const active = {
    name: `${activation.profileName}, version ${activation.version} (active)`,
    model: activation.model,
  };
  return baseChoices(profiles).find(({ key }) => key === against) ?? active;
}

/** Every version of every profile, to be compared with. */
export function baseChoices(profiles: RiskProfile[]): BaseModel[] {
  return profiles.flatMap(({ id, name, versions, activeVersion }) =>
    versions
      .filter(({ version }) => version !== activeVersion)
      .map(({ version, model }) => ({
        key: `${id}@${version}`,
        name: `${name}, version ${version}`,
        model,
      })),
  );
}
