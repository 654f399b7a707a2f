import {
  ANALYSIS_KINDS,
  CAUSE_TYPES,
  REVIEW_STATES,
  actionSchema,
  analysisRecordSchema,
  blamelessHints,
  feedbackAnswersSchema,
  incidentInputSchema,
  lessonSchema,
  reportSchema,
  reviewQuerySchema,
  reviewSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  DatabaseIncidentStore,
  EntityAliases,
  IncidentDrafts,
} from '../../incidents';
import { Stores, createStores } from '../../stores';
import { generateDemoIncidents } from '../generateDemoIncidents';
import { seedReviews } from './seedReviews';

jest.setTimeout(120_000);

const NOW = new Date('2026-03-18T10:20:00Z');
const ALL = { kind: 'all' } as const;

/** All incidents of the demo company, as an import would make them. */
function makeIncidents(now: Date) {
  const aliases = EntityAliases.fromConfig(mockServices.rootConfig());
  const drafts = new IncidentDrafts(aliases);
  return generateDemoIncidents({ now }).map(record =>
    drafts.create(
      incidentInputSchema.parse(record),
      'plugin:incident-learning',
    ),
  );
}

async function store(knex: Knex, incidents: ReturnType<typeof makeIncidents>) {
  const stores = createStores(knex);
  await DatabaseIncidentStore.create({
    knex,
    lookBackMs: 365 * 24 * 60 * 60 * 1000,
  }).insert(incidents.map(incident => ({ incident })));
  const ids = incidents.map(({ id }) => id);
  return { stores, incidents: await stores.reviews.findIncidents(ids, ALL) };
}

async function everything(stores: Stores) {
  const { items } = await stores.reviews.list(
    {
      filter: reviewQuerySchema.parse({}),
      scope: { kind: 'org' },
      ownedRefs: [],
      access: ALL,
      identity: { refs: [] },
      now: NOW.getTime(),
    },
    { limit: 200, total: false },
  );
  return Promise.all(
    items.map(async ({ id }) => ({
      review: await stores.reviews.get(id, ALL),
      analyses: await stores.analyses.list(id),
      lessons: await stores.lessons.ofReview(id),
      actions: await stores.actions.ofReview(id),
      answers: await stores.feedback.answers(id),
      requests: await stores.feedback.requests(id),
      history: await stores.history.list(id),
      report: await stores.reports.get(id),
      first: await stores.reports.get(id, 1),
    })),
  );
}

type Kept = Awaited<ReturnType<typeof everything>>[number];

/** All texts that people would have written, outside of thanks. */
function causalTexts({ review, analyses }: Kept): string[] {
  return [
    ...(review?.rootCauses.items.map(({ statement }) => statement) ?? []),
    ...analyses.flatMap(({ analysis }) => {
      switch (analysis.kind) {
        case 'five-whys':
          return analysis.nodes.map(({ answer }) => answer);
        case 'fishbone':
          return analysis.causes.map(({ text }) => text);
        case 'fault-tree':
          return analysis.nodes.map(({ label }) => label);
        default:
          return [];
      }
    }),
  ];
}

describe.each(databases.eachSupportedId())('demo reviews on %s', id => {
  it('are of every state and kind, valid, and added once', async () => {
    const { stores, incidents } = await store(
      await createDatabase(id),
      makeIncidents(NOW),
    );
    const added = await seedReviews({ stores, incidents, now: NOW });
    const kept = await everything(stores);
    expect(kept).toHaveLength(added);
    expect(added).toBeGreaterThan(50);

    const states = kept.map(({ review }) => review?.state);
    expect(new Set(states)).toEqual(new Set(REVIEW_STATES));
    const kinds = kept.flatMap(({ analyses }) =>
      analyses.map(({ analysis }) => analysis.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(ANALYSIS_KINDS));
    const types = kept.flatMap(
      ({ report }) => report?.rootCauses.map(({ type }) => type) ?? [],
    );
    expect(new Set(types)).toEqual(new Set(CAUSE_TYPES));
    const versions = kept.map(({ review }) => review?.publishedVersion ?? 0);
    expect(Math.max(...versions)).toBe(2);
    expect(versions.filter(version => version > 0).length).toBeGreaterThan(40);

    for (const {
      review,
      report,
      analyses,
      lessons,
      actions,
      answers,
    } of kept) {
      reviewSchema.parse({ ...review, waitsForMe: [] });
      reportSchema.optional().parse(report);
      expect(report?.publishedAt).toBe(review?.publishedAt);
      analyses.forEach(analysis => analysisRecordSchema.parse(analysis));
      lessons.forEach(lesson => lessonSchema.parse(lesson));
      actions.forEach(action => actionSchema.parse(action));
      answers.forEach(answer => feedbackAnswersSchema.parse(answer.answers));
    }

    expect(await seedReviews({ stores, incidents, now: NOW })).toBe(0);
    expect(await everything(stores)).toHaveLength(added);
  });

  it('tell one story from start to start', async () => {
    const made = makeIncidents(NOW);
    const tell = async () => {
      const { stores, incidents } = await store(await createDatabase(id), made);
      await seedReviews({ stores, incidents, now: NOW });
      return (await everything(stores)).map(
        ({ history, answers, ...kept }) => ({
          ...kept,
          // In an order that tells nothing.
          answers: answers.map(answer => JSON.stringify(answer)).sort(),
          history: history.map(({ id: _, ...change }) => change),
        }),
      );
    };
    expect(await tell()).toEqual(await tell());
  });
});

describe('demo reviews', () => {
  it('keep to the order of time and to what people would write', async () => {
    const { stores, incidents } = await store(
      await createDatabase('SQLITE_3'),
      makeIncidents(NOW),
    );
    await seedReviews({ stores, incidents, now: NOW });
    const byId = new Map(incidents.map(incident => [incident.id, incident]));
    for (const kept of await everything(stores)) {
      const { review, history, actions, first } = kept;
      const times = [
        review?.createdAt ?? '',
        ...history.map(({ at }) => at).reverse(),
      ];
      expect(times).toEqual([...times].sort());
      expect(times.every(at => at <= NOW.toISOString())).toBe(true);
      const ends = (review?.incidentIds ?? []).map(incidentId => {
        const incident = byId.get(incidentId);
        return incident?.closedAt ?? incident?.resolvedAt ?? '';
      });
      expect(ends.every(end => end !== '' && end <= times[0])).toBe(true);
      actions.forEach(({ completedAt = '', verification }) => {
        expect(completedAt <= NOW.toISOString()).toBe(true);
        expect(verification === undefined || completedAt !== '').toBe(true);
      });
      const open = first?.actions.filter(({ status }) => status !== 'idea');
      expect(new Set(open?.map(({ status }) => status) ?? ['open'])).toEqual(
        new Set(['open']),
      );
      for (const text of causalTexts(kept)) {
        expect(text).not.toMatch(/[{}|]|undefined/);
        expect(blamelessHints(text)).toEqual([]);
      }
    }
  });

  it('are there for any day of the demo', async () => {
    for (const now of [
      '2027-01-01T00:00:00.000Z',
      '2028-02-29T23:59:59.000Z',
    ]) {
      const { stores, incidents } = await store(
        await createDatabase('SQLITE_3'),
        makeIncidents(new Date(now)),
      );
      const added = await seedReviews({
        stores,
        incidents,
        now: new Date(now),
      });
      expect(added).toBeGreaterThan(50);
    }
  });
});
