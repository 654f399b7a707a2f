import type {
  RiskActivation,
  RiskProfile,
  RiskProfileVersion,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isoOf, whereAny } from '../database';
import type { ProfileRecord, ProfileStore } from './ProfileStore';

interface ProfileRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
  name: string;
  description: string | null;
}

interface VersionRow {
  profile_id: string;
  version: number;
  model: string;
  created_at: number | string;
  created_by: string;
  note: string | null;
  experiment_id: string | null;
}

/** Keeps profiles in SQLite or PostgreSQL. */
export class DatabaseProfileStore implements ProfileStore {
  static create(options: { knex: Knex }): ProfileStore {
    return new DatabaseProfileStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(): Promise<RiskProfile[]> {
    return this.load(await this.knex<ProfileRow>('risk_profiles'));
  }

  async get(id: string): Promise<RiskProfile | undefined> {
    const rows = await this.knex<ProfileRow>('risk_profiles').where({ id });
    return (await this.load(rows))[0];
  }

  async insert(
    profile: ProfileRecord,
    version: RiskProfileVersion,
  ): Promise<void> {
    await this.knex<ProfileRow>('risk_profiles').insert(toRow(profile));
    await this.addVersion(profile.id, version);
  }

  async update(profile: ProfileRecord): Promise<boolean> {
    const changed = await this.knex<ProfileRow>('risk_profiles')
      .where({ id: profile.id, revision: profile.revision - 1 })
      .update(toRow(profile));
    return changed > 0;
  }

  async addVersion(
    profileId: string,
    version: RiskProfileVersion,
  ): Promise<void> {
    await this.knex<VersionRow>('risk_profile_versions').insert({
      profile_id: profileId,
      version: version.version,
      model: JSON.stringify(version.model),
      created_at: Date.parse(version.createdAt),
      created_by: version.createdBy,
      note: version.note ?? null,
      experiment_id: version.experimentId ?? null,
    });
  }

  async delete(id: string, revision: number): Promise<boolean> {
    return (
      (await this.knex('risk_profiles').where({ id, revision }).delete()) > 0
    );
  }

  async lockActive(): Promise<{ profileId: string }> {
    const { activation } = await this.knex('risk_state')
      .where({ id: 1 })
      .forUpdate()
      .first('activation');
    const { profile_id: profileId } = await this.knex('risk_activations')
      .where({ number: activation })
      .first('profile_id');
    return { profileId };
  }

  async activate(activation: RiskActivation): Promise<void> {
    const { activation: current } = await this.knex('risk_state')
      .where({ id: 1 })
      .first('activation');
    const number = current + 1;
    await this.knex('risk_activations').insert({
      id: activation.id,
      number,
      profile_id: activation.profileId,
      profile_name: activation.profileName,
      version: activation.version,
      model: JSON.stringify(activation.model),
      at: Date.parse(activation.at),
      by: activation.by,
      reason: activation.reason,
    });
    await this.knex('risk_state').where({ id: 1 }).update({
      activation: number,
    });
  }

  private async load(rows: ProfileRow[]): Promise<RiskProfile[]> {
    const query = this.knex<VersionRow>('risk_profile_versions').orderBy(
      'version',
      'desc',
    );
    whereAny(
      query,
      'profile_id',
      rows.map(row => row.id),
    );
    const versions: VersionRow[] = await query;
    const active = await this.knex('risk_state')
      .join('risk_activations', 'number', 'activation')
      .first('profile_id', 'version');
    return rows
      .map(row => ({
        ...fromRow(row),
        versions: versions
          .filter(version => version.profile_id === row.id)
          .map(fromVersionRow),
        activeVersion:
          active.profile_id === row.id ? (active.version as number) : undefined,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-US'));
  }
}

function toRow(profile: ProfileRecord): ProfileRow {
  return {
    id: profile.id,
    revision: profile.revision,
    created_at: Date.parse(profile.createdAt),
    updated_at: Date.parse(profile.updatedAt),
    created_by: profile.createdBy,
    name: profile.name,
    description: profile.description ?? null,
  };
}

function fromRow(row: ProfileRow): ProfileRecord {
  return {
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
    name: row.name,
    description: row.description ?? undefined,
  };
}

function fromVersionRow(row: VersionRow): RiskProfileVersion {
  return {
    version: row.version,
    model: JSON.parse(row.model),
    createdAt: isoOf(row.created_at),
    createdBy: row.created_by,
    note: row.note ?? undefined,
    experimentId: row.experiment_id ?? undefined,
  };
}
