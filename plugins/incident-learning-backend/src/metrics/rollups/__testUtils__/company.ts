import { mockServices } from '@backstage/backend-test-utils';
import {
  DEFAULT_CALENDAR,
  IncidentInput,
  Report,
  STANDARD_KPIS,
  STANDARD_TEMPLATE,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { storedIncident } from '../../../__testUtils__/incidents';
import { DatabaseIncidentStore } from '../../../incidents';
import { lessonOf } from '../../../lessons/__testUtils__/lessons';
import type { ReviewRecord } from '../../../reviews/reviewRows';
import { createStores } from '../../../stores';
import { MetricRollups } from '../MetricRollups';

export const DAY_MS = 86_400_000;
const LOOK_BACK_MS = 30 * DAY_MS;
const NOW = '2024-06-01T00:00:00.000Z';

/** A database with its stores, which keep the rollups in step, and shorthands for what people do. */
export function createCompany(knex: Knex, timeZone = 'UTC') {
  const reviews = {
    severities: ['critical' as const, 'high' as const],
    calendar: DEFAULT_CALENDAR,
  };
  const calendar = { timeZone, firstDayOfWeek: 1 };
  const rollups = MetricRollups.create({
    knex,
    logger: mockServices.logger.mock(),
    kpis: STANDARD_KPIS,
    calendar,
    reviews,
    lookBackMs: LOOK_BACK_MS,
  });
  const incidents = DatabaseIncidentStore.create({
    knex,
    lookBackMs: LOOK_BACK_MS,
    rollups,
  });
  const stores = createStores(knex, { rollups });
  let lessons = 0;
  const current = (id: string) => incidents.get(id, { kind: 'all' });

  return {
    rollups,
    incidents,
    stores,
    reviews,
    calendar,

    async create(inputs: (Partial<IncidentInput> & { id?: string })[]) {
      const made = inputs.map(input => storedIncident(input));
      await incidents.transaction(tx =>
        tx.insert(made.map(incident => ({ incident }))),
      );
      return made.map(({ id }) => id);
    },

    async edit(id: string, input: Partial<IncidentInput>) {
      const before = await current(id);
      if (before) {
        const incident = storedIncident({
          ...input,
          id,
          revision: before.revision + 1,
        });
        await incidents.transaction(tx => tx.update([{ incident }]));
      }
    },

    async remove(id: string) {
      const before = await current(id);
      if (before) {
        await incidents.transaction(tx => tx.delete(id, before.revision));
      }
    },

    async judge(id: string, of: string, verdict: 'confirmed' | 'rejected') {
      if (id !== of && (await current(id)) && (await current(of))) {
        await incidents.transaction(tx =>
          tx.judge({ incidentId: id, of, verdict, by: 'user:x/y', at: NOW }),
        );
      }
    },

    /** A review of incidents that is published at once. */
    async publish(
      incidentIds: string[],
      publication: { at: string; causes: number; yes: boolean[] },
    ) {
      const review = reviewOf(uuid());
      await stores.transaction(async tx => {
        await tx.reviews.insert(review);
        await tx.reviews.setIncidents(review.id, incidentIds, false);
        await tx.feedback.replace(review.id, {
          requests: [],
          answers: publication.yes.map(learnedSomething => ({
            answers: { learnedSomething },
          })),
        });
      });
      await stores.transaction(async tx => {
        await tx.reports.add(reportOf(review.id, 1, publication));
        await tx.reviews.update({
          ...review,
          revision: 2,
          publishedAt: publication.at,
          publishedVersion: 1,
        });
      });
      return review.id;
    },

    /** Another version of a report, of other incidents. */
    async amend(
      reviewId: string,
      incidentIds: string[],
      publication: { at: string; causes: number },
    ) {
      await stores.transaction(async tx => {
        await tx.reviews.lock(reviewId);
        const last = await tx.reports.get(reviewId);
        const version = (last?.version ?? 0) + 1;
        await tx.reviews.setIncidents(reviewId, incidentIds, false);
        await tx.reports.add(reportOf(reviewId, version, publication));
      });
    },

    /** A lesson of a review; published at a time, or a draft. */
    async learn(reviewId: string, publishedAt?: string) {
      const lesson = {
        ...lessonOf(lessons++, { statement: 'Retry slowly' }),
        reviewId,
        publishedAt,
      };
      await stores.transaction(tx => tx.lessons.insert(lesson));
      return lesson.id;
    },

    /** The lesson is of another review now, or of another time. */
    async relearn(id: string, reviewId: string, publishedAt?: string) {
      const before = await stores.lessons.get(id, { kind: 'all' });
      if (before) {
        const revision = before.revision + 1;
        const lesson = { ...before, revision, reviewId, publishedAt };
        await stores.transaction(tx => tx.lessons.update(lesson));
      }
    },

    /** All drafts of a review are published. */
    async teach(reviewId: string, at: string) {
      await stores.transaction(tx => tx.lessons.publish(reviewId, at, 'x'));
    },

    async forget(id: string) {
      const before = await stores.lessons.get(id, { kind: 'all' });
      if (before) {
        await stores.transaction(tx => tx.lessons.delete(id, before.revision));
      }
    },
  };
}

export type Company = ReturnType<typeof createCompany>;

function reviewOf(id: string): ReviewRecord {
  return {
    id,
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
    createdBy: 'user:default/ada',
    title: 'Review',
    state: 'published',
    template: STANDARD_TEMPLATE,
    participants: [],
    rootCausesRevision: 0,
  };
}

function reportOf(
  reviewId: string,
  version: number,
  { at, causes }: { at: string; causes: number },
): Report {
  return {
    reviewId,
    version,
    publishedAt: at,
    publishedBy: 'user:default/ada',
    title: 'Review',
    participants: [],
    changed: [],
    incidents: [],
    sections: [],
    rootCauses: Array.from({ length: causes }, (_, index) => ({
      id: String(index),
      statement: 'It was so',
      type: 'process',
      role: 'primary',
      factors: [],
      evidence: [],
    })),
    analyses: [],
    lessons: [],
    actions: [],
  };
}
