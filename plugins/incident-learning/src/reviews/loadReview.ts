import type {
  Action,
  AnalysisRecord,
  Incident,
  IncidentLearningApi,
  Lesson,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A review with what is written in it. */
export interface ReviewParts {
  review: Review;
  lessons: Lesson[];
  actions: Action[];
  analyses: AnalysisRecord[];
}

/** A review with what its page shows beside it. */
export interface WholeReview extends ReviewParts {
  incidents: Incident[];
}

const ALL = 200;

/** Loads a review with what is written in it. */
export async function loadParts(
  api: IncidentLearningApi,
  id: string,
): Promise<ReviewParts> {
  const [review, lessons, actions, analyses] = await Promise.all([
    api.getReview(id),
    api.listLessons({ review: id, limit: ALL }),
    api.listActions({ review: id, limit: ALL }),
    api.listAnalyses(id),
  ]);
  return {
    review,
    analyses,
    // The first written first, so that what is added stands last.
    lessons: [...lessons.items].reverse(),
    actions: [...actions.items].reverse(),
  };
}

/** Loads incidents; one that cannot be read is left out. */
export async function loadIncidents(
  api: IncidentLearningApi,
  ids: string[],
): Promise<Incident[]> {
  const incidents = await Promise.allSettled(
    ids.map(incident => api.getIncident(incident)),
  );
  return incidents.flatMap(result =>
    result.status === 'fulfilled' ? [result.value] : [],
  );
}

/** Loads a review with all that its page shows. */
export async function loadReview(
  api: IncidentLearningApi,
  id: string,
): Promise<WholeReview> {
  const parts = await loadParts(api, id);
  return {
    ...parts,
    incidents: await loadIncidents(api, parts.review.incidentIds),
  };
}
