import type {
  Incident,
  Page,
  ReviewQuery,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import {
  PageOrder,
  countOf,
  insertRows,
  latestFirst,
  pageOf,
  whereAny,
} from '../database';
import {
  IncidentRow,
  fromRow as fromIncidentRow,
} from '../incidents/incidentRows';
import type { RollupContext, RollupLedger } from '../metrics/rollups';
import type { ReviewStore, StoredReview, StoredSummary } from './ReviewStore';
import { IncidentLinks, LinkRow, findLinks, findReadable } from './reviewLinks';
import {
  ReviewSelection,
  applyReviewAccess,
  applySelection,
  reviewsByRisk,
} from './reviewFilters';
import {
  ReviewRecord,
  ReviewRow,
  RootCauseRow,
  SectionRow,
  WrittenSection,
  fromCauseRow,
  fromRow,
  sectionsOf,
  toCauseRow,
  toRow,
  toSectionRow,
} from './reviewRows';

/** Keeps reviews in SQLite or PostgreSQL. */
export class DatabaseReviewStore implements ReviewStore {
  static create(options: { knex: Knex } & RollupContext): ReviewStore {
    return new DatabaseReviewStore(options.knex, options.ledger);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly ledger?: RollupLedger,
  ) {}

  async list(
    selection: ReviewSelection,
    page: Pick<ReviewQuery, 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<StoredSummary>> {
    const base = this.selected(selection);
    const { rows, nextCursor } = await pageOf<ReviewRow>(
      base.clone().select('reviews.*'),
      orderOf(selection),
      page,
    );
    const linksOf = await findLinks(
      this.knex,
      rows.map(row => row.id),
      selection.access,
    );
    return {
      items: rows.map(row => summaryOf(fromRow(row), linksOf(row.id))),
      nextCursor,
      totalItems: page.total ? await countOf(base) : undefined,
    };
  }

  async get(
    id: string,
    access: AccessFilter,
  ): Promise<StoredReview | undefined> {
    const query = this.knex<ReviewRow>('reviews').where('reviews.id', id);
    const row = await applyReviewAccess(this.knex, query, access).first(
      'reviews.*',
    );
    if (!row) {
      return undefined;
    }
    const record = fromRow(row);
    const linksOf = await findLinks(this.knex, [id], access);
    const sections = await this.knex<SectionRow>('review_sections').where({
      review_id: id,
    });
    const causes = await this.knex<RootCauseRow>('root_causes')
      .where({ review_id: id })
      .orderBy('position');
    return {
      ...summaryOf(record, linksOf(id)),
      template: record.template,
      sections: sectionsOf(record.template, sections),
      rootCauses: {
        revision: record.rootCausesRevision,
        items: causes.map(fromCauseRow),
      },
    };
  }

  async lock(id: string): Promise<void> {
    await this.knex('reviews').where({ id }).forUpdate().first('id');
  }

  async insert(review: ReviewRecord): Promise<void> {
    await this.knex('reviews').insert(toRow(review));
    await this.replaceParticipants(review);
  }

  async update(review: ReviewRecord): Promise<boolean> {
    const changed = await this.knex('reviews')
      .where({ id: review.id, revision: review.revision - 1 })
      .update(toRow(review));
    if (changed > 0) {
      await this.replaceParticipants(review);
    }
    return changed > 0;
  }

  async setIncidents(
    reviewId: string,
    incidentIds: string[],
    open: boolean,
  ): Promise<void> {
    await this.ledger?.beforeReviews([reviewId], incidentIds);
    await this.knex('review_incidents')
      .where({ review_id: reviewId })
      .whereNotIn('incident_id', incidentIds)
      .delete();
    await this.knex('review_incidents')
      .insert(
        [...new Set(incidentIds)].map((incidentId, position) => ({
          review_id: reviewId,
          incident_id: incidentId,
          position,
          open_incident_id: open ? incidentId : null,
        })),
      )
      .onConflict(['review_id', 'incident_id'])
      .merge(['position', 'open_incident_id']);
  }

  async incidentIdsOf(reviewId: string): Promise<string[]> {
    const rows = await this.knex('review_incidents')
      .where({ review_id: reviewId })
      .orderBy('position')
      .select('incident_id');
    return rows.map(row => row.incident_id);
  }

  async incidentsOf(
    reviewId: string,
    access: AccessFilter,
  ): Promise<Incident[]> {
    const ids = await this.incidentIdsOf(reviewId);
    const found = await this.findIncidents(ids, access);
    return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  async hiddenIncidentIdsOf(
    reviewId: string,
    access: AccessFilter,
  ): Promise<string[]> {
    if (access.kind === 'all') {
      return [];
    }
    const rows: (LinkRow & { was_restricted: boolean | number })[] =
      await this.knex('review_incidents')
        .leftJoin('incidents', 'incidents.id', 'review_incidents.incident_id')
        .where({ review_id: reviewId })
        .select('incident_id', 'incidents.id as existing', 'was_restricted');
    const readable = new Set(await findReadable(this.knex, rows, access));
    return rows
      .filter(({ incident_id: id, existing, was_restricted: restricted }) =>
        existing === null ? restricted : !readable.has(id),
      )
      .map(row => row.incident_id);
  }

  async findIncidents(
    ids: string[],
    access: AccessFilter,
  ): Promise<Incident[]> {
    const query = this.knex<IncidentRow>('incidents').select('incidents.*');
    whereAny(query, 'incidents.id', ids);
    const rows: IncidentRow[] = await applyAccess(query, access);
    return rows.map(fromIncidentRow);
  }

  async findOpen(
    incidentIds: string[],
  ): Promise<{ incidentId: string; reviewId: string; title: string }[]> {
    const query = this.knex('review_incidents')
      .join('reviews', 'reviews.id', 'review_incidents.review_id')
      .select('review_id', 'open_incident_id', 'title');
    whereAny(query, 'open_incident_id', incidentIds);
    return (await query).map(row => ({
      incidentId: row.open_incident_id,
      reviewId: row.review_id,
      title: row.title,
    }));
  }

  async saveSection(reviewId: string, section: WrittenSection): Promise<void> {
    await this.knex('review_sections')
      .insert(toSectionRow(reviewId, section))
      .onConflict(['review_id', 'section_id'])
      .merge();
    await this.touch(reviewId, { updated_at: Date.parse(section.updatedAt) });
  }

  async saveRootCauses(
    reviewId: string,
    causes: { revision: number; items: RootCause[]; updatedAt: string },
  ): Promise<void> {
    await this.knex('root_causes').where({ review_id: reviewId }).delete();
    await insertRows(
      this.knex,
      'root_causes',
      causes.items.map((cause, i) => toCauseRow(reviewId, cause, i)),
    );
    await this.touch(reviewId, {
      updated_at: Date.parse(causes.updatedAt),
      root_causes_revision: causes.revision,
    });
  }

  /** A part has a revision of its own, so that writing it does not make the review itself another one. */
  private async touch(
    id: string,
    row: Pick<ReviewRow, 'updated_at'> & Partial<ReviewRow>,
  ): Promise<void> {
    await this.knex<ReviewRow>('reviews').where({ id }).update(row);
  }

  private async replaceParticipants(review: ReviewRecord): Promise<void> {
    await this.knex('review_participants')
      .where({ review_id: review.id })
      .delete();
    const refs = new Set(review.participants.map(p => p.entityRef));
    await insertRows(
      this.knex,
      'review_participants',
      [...refs].map(ref => ({ review_id: review.id, entity_ref: ref })),
    );
  }

  private selected(selection: ReviewSelection): Knex.QueryBuilder {
    const { knex } = this;
    const byRisk = selection.filter.sort === '-riskScore';
    return applySelection(
      knex,
      byRisk ? reviewsByRisk(knex, selection.access) : knex('reviews'),
      selection,
    );
  }
}

function orderOf({ filter }: ReviewSelection): PageOrder {
  return filter.sort === '-riskScore'
    ? {
        sort: filter.sort,
        table: 'reviews',
        column: 'risk_score',
        descending: true,
      }
    : latestFirst('reviews');
}

function summaryOf(record: ReviewRecord, links: IncidentLinks): StoredSummary {
  const { template, rootCausesRevision: _, ...own } = record;
  return { ...own, templateId: template.id, ...links };
}
