import {
  Incident,
  decisionInputSchema,
  missingForAdoption,
  riskExperimentSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../../__testUtils__/databases';
import { storedIncident } from '../../__testUtils__/incidents';
import { BASE, start } from '../../__testUtils__/portal';
import { DatabaseIncidentStore } from '../../incidents/DatabaseIncidentStore';
import { createRiskStores } from '../../risk/stores';
import { generateDemoIncidents } from '../generateDemoIncidents';
import { seedRisk } from './seedRisk';

jest.setTimeout(60_000);

const [[databaseId]] = databases.eachSupportedId();
const now = new Date('2026-03-01T12:00:00Z');

describe('decisions and what-ifs of the demo company', () => {
  it('are added once, each as a person could have sent it', async () => {
    const knex = await createDatabase(databaseId);
    const incidents: Incident[] = generateDemoIncidents({ now }).map(input =>
      storedIncident(input),
    );
    const store = DatabaseIncidentStore.create({ knex, lookBackMs: 1 });
    await store.transaction(tx =>
      tx.insert(incidents.map(incident => ({ incident }))),
    );
    const stores = createRiskStores(knex);
    const figures = {
      incidents: 100,
      scored: 90,
      incomplete: 10,
      priorityCount: 18,
      threshold: 0.61,
      notes: [],
    };
    const options = {
      stores,
      incidents,
      now,
      figuresOf: async () => ({
        before: figures,
        after: figures,
        becomesCount: 2,
        ceasesCount: 2,
        moved: 40,
        topTenKept: 9,
      }),
    };
    await seedRisk(options);
    await seedRisk(options);

    const { items } = await stores.experiments.list({
      limit: 10,
      status: undefined,
      cursor: undefined,
      total: undefined,
    });
    expect(items.map(({ status }) => status)).toEqual([
      'open',
      'adopted',
      'turned-down',
    ]);
    items.forEach(item => riskExperimentSchema.parse(item));
    expect(missingForAdoption(items[0])).toEqual([]);
    expect(await stores.profiles.list()).toMatchObject([
      { name: 'Standard', activeVersion: 1 },
      { name: 'What stops parcels goes first' },
    ]);

    const decided = [];
    for (const incident of incidents) {
      const decisions = await stores.decisions.list(incident.id);
      decided.push(...decisions);
      for (const decision of decisions) {
        const { id, incidentId, recordedAt, recordedBy, ...input } = decision;
        expect([id, incidentId, recordedAt, recordedBy]).not.toContain('');
        decisionInputSchema.parse(input);
        expect(decision.decidedAt > (incident.detectedAt ?? '')).toBe(true);
        expect(decision.decidedAt < (incident.containedAt ?? '')).toBe(true);
      }
    }
    const outcomes = new Set(decided.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(['approved', 'refused']);
    expect(decided.length).toBeGreaterThan(20);
  });

  it('come with the portal, and add up', async () => {
    const api = await start({ config: { demo: { enabled: true } } });
    const { body } = await api.get(`${BASE}/risk/experiments`);
    expect(body.items).toHaveLength(3);
    const [open] = body.items;
    expect(open.figures.before.scored).toBeGreaterThan(200);
    expect(open.reflection.metricBefore).toContain(
      `${open.figures.before.priorityCount} of ${open.figures.before.scored}`,
    );
    const { body: figures } = await api.get(`${BASE}/metrics/decisions`);
    expect(figures.approvalRate.share.numerator).toBeGreaterThan(10);
    expect(figures.timeToApproval).toMatchObject({ invalid: 0 });
  });
});
