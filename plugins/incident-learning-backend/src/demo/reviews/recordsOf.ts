import {
  Action,
  STANDARD_TEMPLATE,
  actionInputSchema,
  analysisSchema,
  lessonInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { StoredReview } from '../../reviews/ReviewStore';
import type { WholeReview } from '../../reviews/snapshot';
import { DAY, toIso } from '../clock';
import { teamRefOf } from '../company';
import { demoId } from './demoId';
import type { ToldAction, ToldContent, ToldReview } from './types';

/** A review as it was scheduled, with nothing written yet. */
export function scheduled(told: ToldReview): StoredReview {
  const { title, participants, facilitator, createdBy, createdAt } = told;
  return {
    id: demoId(told.key, Date.parse(createdAt)),
    revision: 1,
    createdAt,
    updatedAt: createdAt,
    createdBy,
    title,
    participants,
    facilitator,
    scheduledFor: told.scheduledFor,
    ...(told.moves.length > 0 ? { feedbackDueAt: told.feedbackDueAt } : {}),
    incidentIds: told.incidents.map(({ id }) => id),
    deletedIncidentIds: [],
    state: 'scheduled',
    template: STANDARD_TEMPLATE,
    templateId: STANDARD_TEMPLATE.id,
    sections: [],
    rootCauses: { revision: 0, items: [] },
  };
}

/** When it was first written: once it was being drafted. */
export function writtenAt({ moves, createdAt }: ToldReview): string {
  return moves.find(({ to }) => to === 'drafting')?.at ?? createdAt;
}

/** A review with all that is written in it. */
export function wholeOf(
  told: ToldReview,
  content: ToldContent,
  review: StoredReview,
): WholeReview {
  const reviewId = review.id;
  const at = Date.parse(writtenAt(told));
  const record = (key: string, index: number) => ({
    id: demoId(`${told.key}/${key}`, at),
    revision: 1,
    createdAt: toIso(at + index),
    updatedAt: toIso(at + index),
    createdBy: told.facilitator,
    reviewId,
  });
  return {
    incidents: told.incidents,
    review: {
      ...review,
      sections: STANDARD_TEMPLATE.sections.map(section => ({
        ...section,
        text: content.sections[section.id] ?? '',
        revision: content.sections[section.id] ? 1 : 0,
      })),
      rootCauses: {
        revision: content.rootCauses.length > 0 ? 1 : 0,
        items: content.rootCauses.map(({ from, ...cause }) => ({
          ...cause,
          ...(from && {
            from: { ...from, analysisId: record(from.analysisId, 0).id },
          }),
        })),
      },
    },
    analyses: content.analyses.map(({ key, title, analysis }, index) => ({
      ...record(key, index),
      title,
      analysis: analysisSchema.parse(analysis),
    })),
    lessons: content.lessons.map((lesson, index) => ({
      ...lessonInputSchema.parse(lesson),
      ...record(`lesson ${index}`, index),
    })),
    actions: content.actions.map((action, index) => ({
      ...committed(told, action, at),
      ...record(`action ${index}`, index),
    })),
  };
}

/** An action as it stood when the report was published. */
function committed(
  told: ToldReview,
  { dueInDays, today: _, ...input }: ToldAction,
  at: number,
): Omit<Action, 'id' | 'revision' | 'createdAt' | 'updatedAt' | 'createdBy'> {
  const published = told.moves.find(({ to }) => to === 'published')?.at;
  const content = {
    ...actionInputSchema.parse(input),
    progress: 0,
    dueDateMoves: 0,
    owningGroup: input.owner && teamRefOf(input.owner),
  };
  return dueInDays === undefined
    ? { ...content, status: 'idea' }
    : {
        ...content,
        status: 'open',
        committedAt: toIso(at),
        dueDate: toIso(
          Date.parse(published ?? told.scheduledFor) + dueInDays * DAY,
        ).slice(0, 10),
      };
}
