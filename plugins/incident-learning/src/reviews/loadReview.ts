import type {
  Action,
  Incident,
  IncidentLearningApi,
  Lesson,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { countEvents } from './timelineEvents';

/** A review with what its page shows beside it. */
export interface WholeReview {
  review: Review;
  incidents: Incident[];
  lessons: Lesson[];
  actions: Action[];
  /** Events of the timelines among its analyses. */
  analysisEvents: number;
}

const ALL = 200;

/** Loads a review; an incident that cannot be read is left out. */
export async function loadReview(
  api: IncidentLearningApi,
  id: string,
): Promise<WholeReview> {
  const [review, lessons, actions, analyses] = await Promise.all([
    api.getReview(id),
    api.listLessons({ review: id, limit: ALL }),
    api.listActions({ review: id, limit: ALL }),
    api.listAnalyses(id),
  ]);
  const incidents = await Promise.allSettled(
    review.incidentIds.map(incident => api.getIncident(incident)),
  );
  return {
    review,
    incidents: incidents.flatMap(result =>
      result.status === 'fulfilled' ? [result.value] : [],
    ),
    // The first written first, so that what is added stands last.
    lessons: [...lessons.items].reverse(),
    actions: [...actions.items].reverse(),
    analysisEvents: countEvents(analyses),
  };
}
