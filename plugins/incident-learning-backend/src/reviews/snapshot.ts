import {
  Action,
  AnalysisRecord,
  Incident,
  Lesson,
  Report,
  TransitionContext,
  reportSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { canonicalJson } from '../incidents/changes';
import type { Stores } from '../stores';
import type { StoredReview } from './ReviewStore';

/** A review with all that comes out of it, as it stands now. */
export interface WholeReview {
  review: StoredReview;
  /** All of them, whoever asks. */
  incidents: Incident[];
  analyses: AnalysisRecord[];
  lessons: Lesson[];
  actions: Action[];
}

export async function loadWhole(
  stores: Stores,
  review: StoredReview,
): Promise<WholeReview> {
  return {
    review,
    incidents: await stores.reviews.incidentsOf(review.id, { kind: 'all' }),
    analyses: await stores.analyses.list(review.id),
    lessons: await stores.lessons.ofReview(review.id),
    actions: await stores.actions.ofReview(review.id),
  };
}

/** What a transition of a review is judged by. */
export function contextOf(
  whole: WholeReview,
  reason?: string,
): TransitionContext {
  const told = whole.incidents.flatMap(({ timeline }) => timeline).length;
  const analysed = whole.analyses.flatMap(({ analysis }) =>
    analysis.kind === 'timeline' ? analysis.events : [],
  ).length;
  return {
    review: whole.review,
    timelineEvents: told + analysed,
    lessons: whole.lessons.length,
    actions: whole.actions,
    reason,
  };
}

/** The report of a review as it stands now; feedback is no part of it. */
export function snapshotOf(
  whole: WholeReview,
  publication: { at: string; by: string; before?: Report },
): Report {
  const { review, incidents, analyses, lessons, actions } = whole;
  const { before } = publication;
  const report: Report = {
    reviewId: review.id,
    version: (before?.version ?? 0) + 1,
    publishedAt: publication.at,
    publishedBy: publication.by,
    title: review.title,
    facilitator: review.facilitator,
    participants: review.participants,
    amendReason: review.amendReason,
    changed: [],
    incidents: incidents.map(incident =>
      reportSchema.shape.incidents.element.parse(incident),
    ),
    sections: review.sections.map(({ id, title, text }) => ({
      id,
      title,
      text,
    })),
    rootCauses: review.rootCauses.items,
    analyses: analyses.map(({ id, title, analysis }) => ({
      id,
      title,
      analysis,
    })),
    lessons: lessons.map(lesson => ({
      ...lesson,
      publishedAt: lesson.publishedAt ?? publication.at,
    })),
    actions,
  };
  return { ...report, changed: before ? changedParts(before, report) : [] };
}

const PARTS = [
  'title',
  'facilitator',
  'participants',
  'incidents',
  'rootCauses',
  'analyses',
  'lessons',
  'actions',
] as const;

/** The parts in which two versions differ, by the paths that a form gives them. */
function changedParts(before: Report, after: Report): string[] {
  const parts: string[] = PARTS.filter(
    part => canonicalJson(before[part]) !== canonicalJson(after[part]),
  );
  const ids = [...after.sections, ...before.sections].map(({ id }) => id);
  const sections = [...new Set(ids)]
    .filter(id => textOf(before, id) !== textOf(after, id))
    .map(id => `sections.${id}`);
  return [...sections, ...parts];
}

function textOf(report: Report, id: string): string | undefined {
  return report.sections.find(section => section.id === id)?.text;
}
