import {
  Action,
  AnalysisRecord,
  Incident,
  Lesson,
  OPEN_REVIEW_STATES,
  Report,
  Review,
  ReviewInput,
  ReviewQuery,
  ReviewState,
  ReviewSummary,
  STANDARD_TEMPLATE,
  TransitionContext,
  FEEDBACK_SHOWN_FROM,
  FeedbackAnswers,
  FeedbackSummary,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** Who is signed in. */
export const SAMPLE_USER = 'user:default/guest';

/** A review with what hangs on it. */
export interface StoredReview {
  review: Review;
  answers: { by: string; anonymous: boolean; answers: FeedbackAnswers }[];
  reports: Report[];
}

export function newReview(
  id: string,
  input: ReviewInput,
  incident: Incident,
  now: string,
): Review {
  const { templateId, title, participants, ...rest } = input;
  return withDuties(
    {
      ...rest,
      id,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: SAMPLE_USER,
      title: title ?? incident.title,
      state: 'scheduled',
      templateId: templateId ?? STANDARD_TEMPLATE.id,
      participants: participants ?? incident.participants,
      deletedIncidentIds: [],
      waitsForMe: [],
      sections: STANDARD_TEMPLATE.sections.map(section => ({
        ...section,
        text: '',
        revision: 0,
      })),
      rootCauses: { revision: 0, items: [] },
    },
    [],
  );
}

export function isOpen(state: ReviewState): boolean {
  return (OPEN_REVIEW_STATES as readonly string[]).includes(state);
}

/** With what the review waits for the signed-in user to do. */
export function withDuties(
  review: Review,
  answers: StoredReview['answers'],
): Review {
  const waitsForMe: Review['waitsForMe'] = [];
  if (isOpen(review.state) && review.facilitator === SAMPLE_USER) {
    waitsForMe.push('lead');
  }
  const asked = review.participants.some(p => p.entityRef === SAMPLE_USER);
  const open = ['gathering', 'drafting', 'in-review'].includes(review.state);
  if (open && asked && !answers.some(({ by }) => by === SAMPLE_USER)) {
    waitsForMe.push('answer');
  }
  return { ...review, waitsForMe };
}

export function summaryOf(review: Review): ReviewSummary {
  const { sections: _sections, rootCauses: _causes, ...summary } = review;
  return summary;
}

/** What may be shown of a review's feedback. */
export function feedbackOf(stored: StoredReview): FeedbackSummary {
  const { review, answers } = stored;
  const named = answers.filter(({ anonymous }) => !anonymous);
  const hidden = answers.length - named.length;
  const shown = hidden >= FEEDBACK_SHOWN_FROM ? answers : named;
  const mine = named.find(({ by }) => by === SAMPLE_USER);
  return {
    asked: review.participants.length,
    answered: answers.length,
    waitingFor:
      hidden > 0
        ? []
        : review.participants
            .map(({ entityRef }) => entityRef)
            .filter(ref => !answers.some(({ by }) => by === ref)),
    answers: shown.map(({ by, anonymous, answers: said }) => ({
      ...(anonymous ? {} : { by }),
      answers: said,
    })),
    withheld: answers.length - shown.length,
    mine: mine && { by: mine.by, answers: mine.answers },
    waitsForMe: withDuties(review, answers).waitsForMe.includes('answer'),
  };
}

/** What hangs on a review and stands in rooms of its own. */
export interface ReviewWork {
  incidents: Incident[];
  analyses: AnalysisRecord[];
  lessons: Lesson[];
  actions: Action[];
}

export function contextOf(
  review: Review,
  { incidents, analyses, lessons, actions }: ReviewWork,
  reason?: string,
): TransitionContext {
  const events = analyses.flatMap(({ analysis }) =>
    analysis.kind === 'timeline' ? analysis.events : [],
  );
  return {
    review,
    timelineEvents: incidents.reduce(
      (count, { timeline }) => count + timeline.length,
      events.length,
    ),
    lessons: lessons.length,
    actions,
    reason,
  };
}

/** Freezes a review. */
export function reportOf(
  review: Review,
  { incidents, analyses, lessons, actions }: ReviewWork,
  now: string,
): Report {
  return {
    reviewId: review.id,
    version: (review.publishedVersion ?? 0) + 1,
    publishedAt: now,
    publishedBy: SAMPLE_USER,
    title: review.title,
    facilitator: review.facilitator,
    participants: review.participants,
    amendReason: review.amendReason,
    changed: review.amendReason ? ['sections.summary'] : [],
    incidents,
    sections: review.sections.filter(({ text }) => text !== ''),
    rootCauses: review.rootCauses.items,
    analyses,
    lessons,
    actions,
  };
}

/** Whether a review passes the filters of a list, its scope aside. */
export function matches(
  review: Review,
  query: ReviewQuery,
  now: string,
): boolean {
  const { state, facilitator, owner, incident, waitsForMe, text } = query;
  const age = Date.parse(now) - Date.parse(review.createdAt);
  return (
    (!state || state.includes(review.state)) &&
    (!facilitator || facilitator.includes(review.facilitator ?? '')) &&
    (!owner || review.participants.some(p => owner.includes(p.entityRef))) &&
    (!incident || review.incidentIds.some(id => incident.includes(id))) &&
    (!waitsForMe || review.waitsForMe.length > 0) &&
    (!query.minAgeDays || age >= query.minAgeDays * 86_400_000) &&
    (!text || review.title.toLowerCase().includes(text.toLowerCase()))
  );
}
