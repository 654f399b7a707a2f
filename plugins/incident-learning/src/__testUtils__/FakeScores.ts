import {
  DEFAULT_RISK_MODEL,
  Incident,
  IncidentQuery,
  Page,
  RiskEvaluation,
  RiskFilter,
  RiskInput,
  RiskModel,
  createRiskSet,
  evaluateRisk,
  incidentQuerySchema,
  missingRiskFactors,
  resolveRiskFactors,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeReviewWork } from './FakeReviewWork';

/** Incidents with their scores by the active profile. */
export class FakeScores extends FakeReviewWork {
  async listIncidents(query: Partial<IncidentQuery>): Promise<Page<Incident>> {
    const parsed = await this.parse(incidentQuerySchema, query);
    const byScore = parsed.sort.endsWith('riskScore');
    if (!byScore && parsed.priority === undefined) {
      const page = await super.listIncidents(query);
      return { ...page, items: page.items.map(item => this.scored(item)) };
    }
    const { items } = await super.listIncidents({
      ...query,
      sort: byScore ? '-periodAt' : parsed.sort,
      cursor: undefined,
      limit: 200,
    });
    const sign = parsed.sort.startsWith('-') ? -1 : 1;
    const found = items
      .map(item => this.scored(item))
      .filter(
        ({ risk }) =>
          parsed.priority === undefined ||
          parsed.priority === Boolean(risk?.priority),
      );
    if (byScore) {
      found.sort((a, b) => sign * (scoreOf(a) - scoreOf(b)));
    }
    const start = Number(parsed.cursor ?? 0);
    const end = start + parsed.limit;
    return {
      items: found.slice(start, end),
      nextCursor: end < found.length ? String(end) : undefined,
      totalItems: found.length,
    };
  }

  async getIncident(id: string): Promise<Incident> {
    return this.scored(await super.getIncident(id));
  }

  /** Incidents of a filter as what-ifs weigh them. */
  protected riskInputs({ scope = 'org', from, to }: Partial<RiskFilter>) {
    return this.inScope({ scope })
      .filter(({ periodAt }) => !from || periodAt >= from)
      .filter(({ periodAt }) => !to || periodAt < to)
      .map(inputOf);
  }

  protected evaluation(): RiskEvaluation {
    return evaluateRisk(createRiskSet(this.riskInputs({})), {
      model: this.activeModel(),
    });
  }

  protected activeModel(): RiskModel {
    return DEFAULT_RISK_MODEL;
  }

  private scored(incident: Incident): Incident {
    const inputs = this.riskInputs({});
    const index = inputs.findIndex(({ id }) => id === incident.id);
    if (index < 0) {
      return incident;
    }
    const { scores, low, high, priority } = this.evaluation();
    const { factors, derived } = inputs[index];
    return {
      ...incident,
      risk: {
        score: Number.isNaN(scores[index]) ? undefined : scores[index],
        range: { low: low[index], high: high[index] },
        factors,
        derived,
        missing: missingRiskFactors(factors, { model: this.activeModel() }),
        priority: priority[index] === 1,
      },
    };
  }
}

function inputOf(incident: Incident): RiskInput {
  const { values, derived } = resolveRiskFactors(incident.riskFactors, {
    severity: incident.severity,
    openActions: incident.entityRefs.length > 0 ? 0 : undefined,
    earlierRepeats: incident.repeat ? 1 : 0,
  });
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    at: incident.periodAt,
    primaryEntityRef: incident.entityRefs[0],
    factors: values,
    derived,
  };
}

function scoreOf({ risk }: Incident): number {
  return risk?.score ?? -1;
}
