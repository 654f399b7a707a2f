import { setImmediate } from 'timers/promises';
import {
  Decision,
  INCIDENT_STATUSES,
  IncidentStatus,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { optionalMs, whereAny } from '../database';
import type { MetricsSelection } from '../metrics';
import { countedIncidents } from '../metrics/countedIncidents';
import type { ContainedIncident, DecisionStore } from './DecisionStore';

const PAGE_SIZE = 2_000;

const CONTAINED: IncidentStatus[] = ['contained', 'resolved', 'closed'];
const OPEN = INCIDENT_STATUSES.filter(status => !CONTAINED.includes(status));

interface DecisionRow {
  id: string;
  incident_id: string;
  outcome: Decision['outcome'];
  decided_at: number | string;
  requested_at: number | string | null;
  corrected_by: string | null;
  content: string;
}

/** Keeps decisions in SQLite or PostgreSQL. */
export class DatabaseDecisionStore implements DecisionStore {
  static create(options: { knex: Knex }): DecisionStore {
    return new DatabaseDecisionStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(incidentId: string): Promise<Decision[]> {
    const rows = await this.knex<DecisionRow>('incident_decisions')
      .where({ incident_id: incidentId })
      .orderBy([
        { column: 'decided_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(row => ({
      ...JSON.parse(row.content),
      ...(row.corrected_by ? { correctedBy: row.corrected_by } : {}),
    }));
  }

  insert(decision: Decision): Promise<boolean> {
    return this.knex.transaction(async trx => {
      if (decision.corrects) {
        const corrected = await trx<DecisionRow>('incident_decisions')
          .where({ id: decision.corrects, incident_id: decision.incidentId })
          .whereNull('corrected_by')
          .update({ corrected_by: decision.id });
        if (corrected === 0) {
          return false;
        }
      }
      await trx<DecisionRow>('incident_decisions').insert({
        id: decision.id,
        incident_id: decision.incidentId,
        outcome: decision.outcome,
        decided_at: Date.parse(decision.decidedAt),
        requested_at: optionalMs(decision.requestedAt),
        corrected_by: null,
        content: JSON.stringify(decision),
      });
      return true;
    });
  }

  async countContained(selection: MetricsSelection): Promise<number> {
    const { knex } = this;
    // Those that were not are few, and found in an index: nothing is read of all the others.
    const [row]: { counted: number | string; open: number | string }[] =
      await knex.select(
        countedIncidents(knex, selection).count('*').as('counted'),
        countedIncidents(knex, selection)
          .whereIn('incidents.status', OPEN)
          .whereNull('incidents.time_to_contain_ms')
          .count('*')
          .as('open'),
      );
    return Number(row.counted) - Number(row.open);
  }

  async *decided(
    selection: MetricsSelection,
  ): AsyncIterable<ContainedIncident[]> {
    const query = whereContained(countedIncidents(this.knex, selection))
      .whereIn(
        'incidents.id',
        this.knex('incident_decisions')
          .whereNull('corrected_by')
          .select('incident_id'),
      )
      .orderBy('incidents.id')
      .limit(PAGE_SIZE)
      .select('incidents.id', 'incidents.content');
    let last = '';
    for (;;) {
      const rows: { id: string; content: string }[] = await query
        .clone()
        .where('incidents.id', '>', last);
      const decisions = await this.standing(rows.map(row => row.id));
      yield rows.map(row =>
        containedOf(row.content, decisions.get(row.id) ?? []),
      );
      if (rows.length < PAGE_SIZE) {
        return;
      }
      last = rows[rows.length - 1].id;
      await setImmediate();
    }
  }

  /** Decisions that were not corrected, the first one first. */
  private async standing(ids: string[]): Promise<Map<string, DecisionRow[]>> {
    const query = this.knex<DecisionRow>('incident_decisions')
      .whereNull('corrected_by')
      .orderBy(['decided_at', 'id']);
    whereAny(query, 'incident_id', ids);
    const byIncident = new Map<string, DecisionRow[]>();
    for (const row of (await query) as DecisionRow[]) {
      byIncident.set(row.incident_id, [
        ...(byIncident.get(row.incident_id) ?? []),
        row,
      ]);
    }
    return byIncident;
  }
}

function whereContained(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.where(contained =>
    contained
      .whereNotNull('incidents.time_to_contain_ms')
      .orWhereIn('incidents.status', CONTAINED),
  );
}

function containedOf(
  content: string,
  decisions: DecisionRow[],
): ContainedIncident {
  const { detectedAt } = JSON.parse(content) as { detectedAt?: string };
  const approval = decisions.find(({ outcome }) => outcome === 'approved');
  return {
    detectedAt: detectedAt ? Date.parse(detectedAt) : undefined,
    approvedAt: approval ? Number(approval.decided_at) : undefined,
    requestedAt: approval?.requested_at
      ? Number(approval.requested_at)
      : undefined,
    refused: decisions.some(({ outcome }) => outcome === 'refused'),
  };
}
