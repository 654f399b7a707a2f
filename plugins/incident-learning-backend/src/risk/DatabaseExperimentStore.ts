import type {
  Page,
  RiskExperiment,
  RiskExperimentQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import {
  RecordRow,
  contentOfRecord,
  countOf,
  fromRecordRow,
  latestFirst,
  pageOf,
  toRecordRow,
} from '../database';
import type { ExperimentStore } from './ExperimentStore';

interface ExperimentRow extends RecordRow {
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
  const { status, ...content } = contentOfRecord(experiment);
  return {
    ...toRecordRow(experiment),
    status,
    content: JSON.stringify(content),
  };
}

function fromRow(row: ExperimentRow): RiskExperiment {
  return {
    ...JSON.parse(row.content),
    ...fromRecordRow(row),
    status: row.status as RiskExperiment['status'],
  };
}
