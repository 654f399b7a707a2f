import { setImmediate } from 'timers/promises';
import type {
  Decision,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { optionalMs, whereAny } from '../database';
import { applyScope } from '../incidents/incidentFilters';
import type { ContainedIncident, DecisionStore } from './DecisionStore';

const PAGE_SIZE = 2_000;

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

  async *contained(selection: {
    period: Period;
    scope: ResolvedScope;
    access: AccessFilter;
  }): AsyncIterable<ContainedIncident[]> {
    const { period, scope, access } = selection;
    const query = this.knex('incidents')
      .where('incidents.drill', false)
      .where('incidents.period_at', '>=', period.from)
      .where('incidents.period_at', '<', period.to)
      .where(contained =>
        contained
          .whereNotNull('incidents.time_to_contain_ms')
          .orWhereIn('incidents.status', ['contained', 'resolved', 'closed']),
      )
      .orderBy('incidents.id')
      .limit(PAGE_SIZE)
      .select('incidents.id', 'incidents.content');
    applyScope(applyAccess(query, access), scope);
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
