import {
  Incident,
  ReviewInput,
  ReviewTemplate,
  templateFor,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import { UnprocessableError } from '../http';
import type { ReviewPeople } from './ReviewPeople';
import type { StoredReview } from './ReviewStore';
import type { ReviewRecord } from './reviewRows';

/** What a new review says of itself, apart from its incidents. */
export type ReviewContent = Omit<ReviewInput, 'incidentIds'>;

/** Makes reviews and their next revisions; stores nothing. */
export class ReviewDrafts {
  constructor(
    private readonly templates: ReviewTemplate[],
    private readonly people: ReviewPeople,
  ) {}

  /**
   * A new review of incidents; what is not said follows from them.
   *
   * @throws UnprocessableError for a template that nobody has configured
   */
  async create(
    incidents: Incident[],
    content: ReviewContent,
    createdBy: string,
  ): Promise<ReviewRecord> {
    const template = this.template(content.templateId, incidents);
    const now = new Date().toISOString();
    return {
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy,
      title: content.title ?? incidents[0].title,
      state: 'scheduled',
      template,
      participants:
        content.participants ?? (await this.people.participantsOf(incidents)),
      facilitator: content.facilitator,
      scheduledFor: content.scheduledFor,
      feedbackDueAt: content.feedbackDueAt,
      rootCausesRevision: 0,
    };
  }

  private template(
    id: string | undefined,
    incidents: Incident[],
  ): ReviewTemplate {
    if (id === undefined) {
      return templateFor(this.templates, incidents);
    }
    const template = this.templates.find(candidate => candidate.id === id);
    if (!template) {
      throw new UnprocessableError([
        {
          path: 'templateId',
          message: `is none of ${this.templates.map(t => t.id).join(', ')}`,
        },
      ]);
    }
    return template;
  }
}

/** The next revision of a review, with some fields changed. */
export function revise(
  review: StoredReview,
  changes: Partial<ReviewRecord>,
): ReviewRecord {
  const {
    incidentIds: _incidents,
    deletedIncidentIds: _deleted,
    templateId: _template,
    sections: _sections,
    rootCauses,
    ...record
  } = review;
  return {
    ...record,
    rootCausesRevision: rootCauses.revision,
    ...changes,
    revision: review.revision + 1,
    updatedAt: new Date().toISOString(),
  };
}
