import {
  RepeatGap,
  foldRepeatLookBack,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { DatabaseIncidentStore } from '../incidents';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseMetricsStore } from './DatabaseMetricsStore';
import { DatabaseRepeatGaps } from './DatabaseRepeatGaps';
import type { MetricsSelection } from './MetricsStore';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const START = Date.parse('2023-01-01T00:00:00Z');

const EVERYTHING: MetricsSelection = {
  scope: { kind: 'org' },
  period: { from: START, to: START + 2000 * DAY },
  access: { kind: 'all' },
};

interface Happened {
  id: string;
  day: number;
  service?: string;
  drill?: boolean;
}

interface Judged {
  id: string;
  of: string;
  verdict: 'confirmed' | 'rejected';
}

async function store(
  knex: Knex,
  happened: Happened[],
  judged: Judged[] = [],
  lookBackDays = 365,
) {
  const incidents = DatabaseIncidentStore.create({
    knex,
    lookBackMs: lookBackDays * DAY,
  });
  await incidents.transaction(tx =>
    tx.insert(
      happened.map(({ id, day, service = 'a', drill }) => ({
        incident: storedIncident({
          id,
          drill,
          category: 'error',
          attackVector: 'deploy',
          entityRefs: [`component:default/${service}`],
          detectedAt: new Date(START + day * DAY).toISOString(),
        }),
      })),
    ),
  );
  for (const { id, of, verdict } of judged) {
    await incidents.judge({
      incidentId: id,
      of,
      verdict,
      by: 'user:default/ada',
      at: '2024-06-01T00:00:00Z',
    });
  }
}

async function sharesOf(
  knex: Knex,
  selection: MetricsSelection = EVERYTHING,
  configuredDays = 365,
) {
  const fold = foldRepeatLookBack(configuredDays);
  const pages: RepeatGap[][] = [];
  // So few a page that pages end among incidents of one moment.
  const gaps = DatabaseRepeatGaps.create({ knex, pageSize: 3 });
  for await (const page of gaps.gaps(selection, 1000 * DAY)) {
    pages.push(page);
    page.forEach(gap => fold.add(gap));
  }
  return fold.read();
}

describe.each(databases.eachSupportedId())('look-back windows on %s', id => {
  it('count what each would, and tell which is configured', async () => {
    const knex = await createDatabase(id);
    await store(
      knex,
      [
        { id: 'first', day: 0 },
        // To the millisecond within 90 days.
        { id: 'after-90', day: 90 },
        { id: 'after-100', day: 190 },
        { id: 'after-300', day: 490 },
        { id: 'after-500', day: 990 },
        { id: 'drill', day: 991, drill: true },
        { id: 'elsewhere', day: 992, service: 'b' },
        { id: 'confirmed', day: 1200, service: 'b' },
        { id: 'rejected', day: 1210, service: 'b' },
        { id: 'once-rejected', day: 1400, service: 'b' },
      ],
      [
        { id: 'confirmed', of: 'first', verdict: 'confirmed' },
        { id: 'rejected', of: 'confirmed', verdict: 'rejected' },
        // What lies 190 days back was rejected, so what counts is 200 days back.
        { id: 'once-rejected', of: 'rejected', verdict: 'rejected' },
      ],
    );
    const shares = await sharesOf(knex, EVERYTHING, 400);
    expect(
      shares.map(({ days, configured, n, share }) => [
        days,
        configured,
        n,
        share?.numerator,
      ]),
    ).toEqual([
      // After 90 days, and the confirmed one.
      [90, false, 9, 2],
      [180, false, 9, 3],
      // After 300 days; rejected, but 218 days after elsewhere; and 200 days after the confirmed one.
      [365, false, 9, 6],
      [400, true, 9, 6],
    ]);
    expect(shares[0].share?.ci?.[0]).toBeCloseTo(0.0632, 3);

    const ofA = await sharesOf(knex, {
      ...EVERYTHING,
      scope: { kind: 'entities', entityRefs: ['component:default/a'] },
      period: { from: START + DAY, to: START + 300 * DAY },
    });
    expect(ofA.map(({ n, value }) => [n, value])).toEqual([
      [2, 0.5],
      [2, 1],
      [2, 1],
    ]);
  });

  it('agree with the share that the incidents would be flagged with', async () => {
    // Some 200 incidents on four services, in no order, with judgements on every seventh.
    const happened = Array.from({ length: 200 }, (_, index) => ({
      id: `i${index}`,
      day: (index * 7919) % 1600,
      service: 'abcd'[(index * 31) % 4],
    }));
    const judged = happened.flatMap(({ id: one, service, day }, index) => {
      const earlier = happened.filter(
        other => other.service === service && other.day < day,
      );
      const of = earlier[(index * 13) % Math.max(1, earlier.length)];
      return of && index % 7 === 0
        ? [
            {
              id: one,
              of: of.id,
              verdict:
                index % 3 === 0
                  ? ('confirmed' as const)
                  : ('rejected' as const),
            },
          ]
        : [];
    });
    expect(judged.length).toBeGreaterThan(20);
    for (const days of [90, 180, 365]) {
      const knex = await createDatabase(id);
      await store(knex, happened, judged, days);
      const metrics = DatabaseMetricsStore.create({ knex });
      let flagged = 0;
      for await (const page of metrics.facts(EVERYTHING)) {
        flagged += page.filter(({ repeat }) => repeat).length;
      }
      const shares = await sharesOf(knex);
      expect(shares.find(share => share.days === days)?.share).toMatchObject({
        numerator: flagged,
        denominator: 200,
      });
      expect(flagged).toBeGreaterThan(20);
    }
  });
});
