import type { PerRiskFactor } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  Caller,
  ENTITIES,
  ReviewBackendOptions,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';

/** Six incidents; by the default weights they score 0.54, 0.505, 0.5, 0.56, 0.27 and 0.555. */
export const LAB: Record<string, PerRiskFactor> = {
  A: factorsOf(0.8, 0.6, 0.5, 0.4, 0.2),
  B: factorsOf(0.2, 0.9, 0.1, 0.6, 0.8),
  C: factorsOf(0.5, 0.5, 0.5, 0.5, 0.5),
  D: factorsOf(0.9, 0.3, 0.7, 0.2, 0.6),
  E: factorsOf(0.1, 0.2, 0.3, 0.4, 0.5),
  F: factorsOf(0.4, 0.8, 0.9, 0.1, 0.4),
};

/** By which A and D have priority among the six, no longer D and F. */
export const EXPOSED = {
  weights: {
    exposure: 0.4,
    severity: 0.2,
    controlGap: 0.16,
    activity: 0.12,
    businessImpact: 0.12,
  },
  threshold: { kind: 'quantile', value: 0.8 },
};

/** The answers that adoption asks for. */
export const REFLECTION = {
  whatChanged: 'Exposure counts 0.4 instead of 0.25',
  metricBefore: '2 of 6 have priority',
  metricAfter: '2 of 6 have priority',
  interpretation: 'What can be reached goes first',
  limitOfData: 'Six invented incidents',
  evidenceNeeded: 'A quarter of reviews in the new order',
  deploymentRisk: 'Reviews of internal services may be put off',
};

export function factorsOf(
  exposure: number,
  severity: number,
  controlGap: number,
  activity: number,
  businessImpact: number,
): PerRiskFactor {
  return { exposure, severity, controlGap, activity, businessImpact };
}

const TASK = 'incident-learning-score-incidents';

/** The plugin, whose catalog knows how critical checkout is, with a way to let the scheduler score. */
export async function startRiskBackend(options: ReviewBackendOptions = {}) {
  const [checkout, ...others] = ENTITIES;
  const critical = {
    ...checkout,
    metadata: {
      ...checkout.metadata,
      labels: { exposure: 'public', criticality: 'tier-1' },
    },
  };
  const backend = await startReviewBackend({
    entities: [critical, ...others],
    ...options,
  });
  return { ...backend, score: () => backend.scheduler.triggerTask(TASK) };
}

/** Records the six incidents; their ids by name. */
export async function recordLab(api: Caller): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [title, riskFactors] of Object.entries(LAB)) {
    const { body } = await api.post('/incidents', { title, riskFactors });
    ids[title] = body.id;
  }
  return ids;
}

/** The titles of incidents of a list. */
export async function titlesOf(api: Caller, query: string): Promise<string[]> {
  const { status, body } = await api.get(`/incidents?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ title }: { title: string }) => title);
}
