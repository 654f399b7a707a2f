import type {
  Review,
  ReviewSection,
  ReviewTemplate,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  RecordRow,
  fromRecordRow,
  optionalIso,
  optionalMs,
  optionalText,
  storableText,
  toRecordRow,
} from '../database';

/** A row of `reviews`; see the migration for what each column is. */
export interface ReviewRow extends RecordRow {
  title: string;
  search_text: string;
  state: string;
  template: string;
  participants: string;
  facilitator: string | null;
  scheduled_for: number | string | null;
  feedback_due_at: number | string | null;
  cancel_reason: string | null;
  amend_reason: string | null;
  published_at: number | string | null;
  published_version: number | null;
  root_causes_revision: number;
}

/** What is kept of a review itself, without its parts. */
export type ReviewRecord = Omit<
  Review,
  | 'waitsForMe'
  | 'incidentIds'
  | 'deletedIncidentIds'
  | 'templateId'
  | 'sections'
  | 'rootCauses'
> & { template: ReviewTemplate; rootCausesRevision: number };

export function toRow(review: ReviewRecord): ReviewRow {
  return {
    ...toRecordRow(review),
    title: storableText(review.title),
    search_text: storableText(review.title).toLocaleLowerCase('en-US'),
    state: review.state,
    template: JSON.stringify(review.template),
    participants: JSON.stringify(review.participants),
    facilitator: review.facilitator ?? null,
    scheduled_for: optionalMs(review.scheduledFor),
    feedback_due_at: optionalMs(review.feedbackDueAt),
    cancel_reason: optionalText(review.cancelReason),
    amend_reason: optionalText(review.amendReason),
    published_at: optionalMs(review.publishedAt),
    published_version: review.publishedVersion ?? null,
    root_causes_revision: review.rootCausesRevision,
  };
}

export function fromRow(row: ReviewRow): ReviewRecord {
  return {
    ...fromRecordRow(row),
    title: row.title,
    state: row.state as Review['state'],
    template: JSON.parse(row.template),
    participants: JSON.parse(row.participants),
    facilitator: row.facilitator ?? undefined,
    scheduledFor: optionalIso(row.scheduled_for),
    feedbackDueAt: optionalIso(row.feedback_due_at),
    cancelReason: row.cancel_reason ?? undefined,
    amendReason: row.amend_reason ?? undefined,
    publishedAt: optionalIso(row.published_at),
    publishedVersion: row.published_version ?? undefined,
    rootCausesRevision: row.root_causes_revision,
  };
}

/** A row of `review_sections`. */
export interface SectionRow {
  review_id: string;
  section_id: string;
  revision: number;
  text: string;
  search_text: string;
  updated_at: number | string;
  updated_by: string;
}

/** A section that somebody has written. */
export interface WrittenSection {
  id: string;
  text: string;
  revision: number;
  updatedAt: string;
  updatedBy: string;
}

export function toSectionRow(
  reviewId: string,
  section: WrittenSection,
): SectionRow {
  const text = storableText(section.text);
  return {
    review_id: reviewId,
    section_id: section.id,
    revision: section.revision,
    text,
    search_text: text.toLocaleLowerCase('en-US'),
    updated_at: Date.parse(section.updatedAt),
    updated_by: section.updatedBy,
  };
}

/** The parts of a template, with what was written in them. */
export function sectionsOf(
  template: ReviewTemplate,
  rows: SectionRow[],
): ReviewSection[] {
  const written = new Map(rows.map(row => [row.section_id, row]));
  return template.sections.map(section => {
    const row = written.get(section.id);
    return {
      ...section,
      text: row?.text ?? '',
      revision: row?.revision ?? 0,
      updatedAt: optionalIso(row?.updated_at),
      updatedBy: row?.updated_by,
    };
  });
}

/** A row of `root_causes`. */
export interface RootCauseRow {
  review_id: string;
  id: string;
  position: number;
  statement: string;
  type: string;
  role: string;
  factors: string;
  evidence: string;
  analysis_id: string | null;
  node_id: string | null;
}

export function toCauseRow(
  reviewId: string,
  cause: RootCause,
  position: number,
): RootCauseRow {
  return {
    review_id: reviewId,
    id: storableText(cause.id),
    position,
    statement: storableText(cause.statement),
    type: cause.type,
    role: cause.role,
    factors: JSON.stringify(cause.factors),
    evidence: JSON.stringify(cause.evidence),
    analysis_id: cause.from?.analysisId ?? null,
    node_id: cause.from?.nodeId ?? null,
  };
}

export function fromCauseRow(row: RootCauseRow): RootCause {
  return {
    id: row.id,
    statement: row.statement,
    type: row.type as RootCause['type'],
    role: row.role as RootCause['role'],
    factors: JSON.parse(row.factors),
    evidence: JSON.parse(row.evidence),
    ...(row.analysis_id !== null && row.node_id !== null
      ? { from: { analysisId: row.analysis_id, nodeId: row.node_id } }
      : {}),
  };
}
