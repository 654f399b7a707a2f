import type { IncidentRisk } from '@hindsight/backstage-plugin-incident-learning-common';

/** The columns of an incident that its risk is stored in; they are written apart from what is said of it. */
export interface RiskRow {
  risk_score: number | null;
  risk_priority: boolean | number;
  risk_details: string | null;
}

/** What stands in `risk_details`. */
export type RiskDetails = Pick<
  IncidentRisk,
  'range' | 'factors' | 'derived' | 'missing'
>;

/** An incident's risk as it is stored; undefined of a drill, and until it is computed. */
export function riskOf(row: Partial<RiskRow>): IncidentRisk | undefined {
  return row.risk_details
    ? {
        ...(JSON.parse(row.risk_details) as RiskDetails),
        score: row.risk_score ?? undefined,
        priority: Boolean(row.risk_priority),
      }
    : undefined;
}
