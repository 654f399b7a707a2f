import {
  Incident,
  IncidentQuery,
  Page,
  createRiskSet,
  evaluateRisk,
  incidentQuerySchema,
  missingRiskFactors,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLessonTravelApi } from './FakeLessonTravelApi';
import { riskInputOf } from './risk';

/** Incidents with their scores by the active profile. */
export class FakeScores extends FakeLessonTravelApi {
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

  private scored(incident: Incident): Incident {
    const inputs = this.inScope({ scope: 'org' }).map(riskInputOf);
    const { model } = this.activeProfile();
    const index = inputs.findIndex(({ id }) => id === incident.id);
    if (index < 0) {
      return incident;
    }
    const { scores, low, high, priority } = evaluateRisk(
      createRiskSet(inputs),
      { model },
    );
    const { factors, derived } = inputs[index];
    return {
      ...incident,
      risk: {
        score: Number.isNaN(scores[index]) ? undefined : scores[index],
        range: { low: low[index], high: high[index] },
        factors,
        derived,
        missing: missingRiskFactors(factors, { model }),
        priority: priority[index] === 1,
      },
    };
  }
}

function scoreOf({ risk }: Incident): number {
  return risk?.score ?? -1;
}
