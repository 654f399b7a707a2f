import type {
  Page,
  RiskExperiment,
  RiskExperimentQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { countOf, isoOf, latestFirst, pageOf } from '../database';
import type { ExperimentStore } from './ExperimentStore';

interface ExperimentRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
  status: string;
  content: string;
}

/** Keeps experiments in SQLite or PostgreSQL. */
export class DatabaseExperimentStore implements ExperimentStore {
  static create(options: { knex: Knex }): ExperimentStore {
    return new DatabaseExperimentStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list({
    status,
    total,
    ...page
  }: RiskExperimentQuery): Promise<Page<RiskExperiment>> {
    const base = this.knex('risk_experiments');
    if (status?.length) {
      base.whereIn('status', status);
    }
    const { rows, nextCursor } = await pageOf<ExperimentRow>(
      base.clone().select('risk_experiments.*'),
      latestFirst('risk_experiments'),
      page,
    );
    return {
      items: rows.map(fromRow),
      nextCursor,
      totalItems: total ? await countOf(base) : undefined,
    };
  }

  async get(id: string): Promise<RiskExperiment | undefined> {
    const row = await this.knex<ExperimentRow>('risk_experiments')
      .where({ id })
      .first();
    return row && fromRow(row);
  }

  async insert(experiment: RiskExperiment): Promise<void> {
    await this.knex('risk_experiments').insert(toRow(experiment));
  }

  async update(experiment: RiskExperiment): Promise<boolean> {
    const changed = await this.knex('risk_experiments')
      .where({ id: experiment.id, revision: experiment.revision - 1 })
      .update(toRow(experiment));
    return changed > 0;
  }
}

function toRow(experiment: RiskExperiment): ExperimentRow {
  const { id, revision, createdAt, updatedAt, createdBy, status, ...content } =
    experiment;
  return {
    id,
    revision,
    created_at: Date.parse(createdAt),
    updated_at: Date.parse(updatedAt),
    created_by: createdBy,
    status,
    content: JSON.stringify(content),
  };
}

function fromRow(row: ExperimentRow): RiskExperiment {
  return {
    ...JSON.parse(row.content),
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
    status: row.status as RiskExperiment['status'],
  };
}
