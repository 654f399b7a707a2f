import {
  CAUSE_TYPES,
  CauseType,
  Interval,
  foldRootCauses,
  previousPeriod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { reviewRow } from '../__testUtils__/reviewRows';
import { insertRows } from '../database';
import { DatabaseIncidentStore } from '../incidents';
import { countRootCauses } from './rootCauseRows';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const CALENDAR = { timeZone: 'America/St_Johns', firstDayOfWeek: 7 };
const refOf = (n: number) => `component:default/service-${n % 3}`;

/** Who knows of restricted incidents, by what they own. */
const READERS: [AccessFilter, (n: number) => boolean][] = [
  [{ kind: 'all' }, () => true],
  [
    {
      kind: 'own-restricted',
      userRef: 'user:default/zoe',
      refs: ['user:default/zoe'],
      owned: [refOf(1)],
    },
    n => n % 5 !== 0 || n % 3 === 1,
  ],
];
const SCOPES: [ResolvedScope, (n: number) => boolean][] = [
  [{ kind: 'org' }, () => true],
  [{ kind: 'entities', entityRefs: [refOf(0)] }, n => n % 3 === 0],
];

interface Published {
  at: number;
  causes: CauseType[];
  /** The incidents that it is about, some of them gone. */
  incidents: number[];
}

/** 60 incidents: every fifth is restricted, every seventh a drill, every eleventh was deleted. */
async function record(knex: Knex): Promise<Published[]> {
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const store = DatabaseIncidentStore.create({ knex, lookBackMs: DAY });
  await store.transaction(tx =>
    tx.insert(
      numbers
        .filter(n => n % 11 !== 0)
        .map(n => ({
          incident: storedIncident({
            id: `incident-${n}`,
            drill: n % 7 === 0,
            visibility: n % 5 === 0 ? 'restricted' : 'internal',
            entityRefs: [refOf(n)],
          }),
        })),
    ),
  );
  // Several within an hour of a midnight of that zone, some on one day, and weeks without any.
  const published = numbers.map(n => ({
    at: START + 3.5 * 3_600_000 + Math.floor((n * n) / 25) * DAY + n * 60_000,
    causes: CAUSE_TYPES.filter((_, at) => (n + at) % 3 === 0),
    incidents: [n, (n * 7) % 60],
  }));
  const ids = published.map((_, n) => `review-${n}`);
  await insertRows(
    knex,
    'reviews',
    ids.map((id, n) =>
      reviewRow({ id, published_at: published[n].at, published_version: 2 }),
    ),
  );
  await insertRows(
    knex,
    'review_reports',
    [1, 2].flatMap(version =>
      ids.map((id, n) => ({
        review_id: id,
        version,
        published_at: published[n].at + (version - 1) * DAY,
        published_by: 'user:default/ada',
        content: '{}',
      })),
    ),
  );
  await insertRows(
    knex,
    'review_incidents',
    ids.flatMap((id, n) =>
      [...new Set(published[n].incidents)].map((incident, position) => ({
        review_id: id,
        incident_id: `incident-${incident}`,
        position,
        was_restricted: false,
      })),
    ),
  );
  await insertRows(
    knex,
    'published_causes',
    ids.flatMap((id, n) =>
      [...published[n].causes, ...published[n].causes.slice(0, 1)].map(
        (type, position) => ({
          review_id: id,
          position,
          type,
          role: 'primary',
        }),
      ),
    ),
  );
  return published.map(one => ({
    ...one,
    causes: [...one.causes, ...one.causes.slice(0, 1)],
  }));
}

function countOf({ at, causes }: Published) {
  const of = (type: CauseType) => causes.filter(one => one === type).length;
  return {
    at,
    reviews: 1,
    counts: Object.fromEntries(
      CAUSE_TYPES.map(type => [type, of(type)]),
    ) as Record<CauseType, number>,
  };
}

it.each(databases.eachSupportedId())(
  'counts root causes on %s as one review after another does',
  async databaseId => {
    const knex = await createDatabase(databaseId);
    const buckets = { interval: 'day' as const, calendar: CALENDAR };
    const year = { from: START, to: START + 366 * DAY };
    expect(
      await countRootCauses(
        knex,
        { scope: { kind: 'org' }, access: { kind: 'all' } },
        { ...buckets, periods: [year] },
      ),
    ).toEqual([]);

    const published = await record(knex);
    const periods = [
      { from: START + 31.4 * DAY, to: START + 62.9 * DAY },
      { from: Date.parse('0001-01-01'), to: Date.parse('9000-01-01') },
    ];
    const told: number[] = [];
    for (const interval of ['day', 'week', 'month'] as Interval[]) {
      for (const period of periods) {
        for (const [scope, isWithin] of SCOPES) {
          for (const [access, isKnown] of READERS) {
            const options = { interval, period, calendar: CALENDAR };
            const counted = foldRootCauses({ scope: 'x', ...options });
            const counts = await countRootCauses(
              knex,
              { scope, access },
              { ...options, periods: [previousPeriod(period), period] },
            );
            counts.forEach(count => counted.add(count));
            const recounted = foldRootCauses({ scope: 'x', ...options });
            published
              .filter(({ incidents }) =>
                incidents.some(
                  n => n % 11 && n % 7 && isWithin(n) && isKnown(n),
                ),
              )
              .forEach(one => recounted.add(countOf(one)));
            expect(counted.read()).toEqual(recounted.read());
            told.push(counted.read().reviews);
          }
        }
      }
    }
    // All that was filtered makes a difference.
    expect(new Set(told).size).toBeGreaterThan(6);
  },
);
