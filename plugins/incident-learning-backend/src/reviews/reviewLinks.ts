import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { whereAny } from '../database';
import type { StoredSummary } from './ReviewStore';

/** An incident of a review; `existing` is null once it was deleted. */
export interface LinkRow {
  review_id: string;
  incident_id: string;
  existing: string | null;
}

interface RiskLinkRow extends LinkRow {
  risk_score: number | null;
  risk_priority: boolean | number | null;
}

/** What a review tells of its incidents. */
export type IncidentLinks = Pick<
  StoredSummary,
  'incidentIds' | 'deletedIncidentIds' | 'risk'
>;

/** The incidents of each review: those that may be read, and those that exist no more. */
export async function findLinks(
  knex: Knex,
  reviewIds: string[],
  access: AccessFilter,
): Promise<(reviewId: string) => IncidentLinks> {
  const query = knex('review_incidents')
    .leftJoin('incidents', 'incidents.id', 'review_incidents.incident_id')
    .orderBy('position')
    .select('review_id', 'incident_id', 'incidents.id as existing')
    .select('risk_score', 'risk_priority');
  whereAny(query, 'review_id', reviewIds);
  const rows: RiskLinkRow[] = await query;
  const readable = new Set(await findReadable(knex, rows, access));
  return reviewId => {
    const own = rows.filter(row => row.review_id === reviewId);
    const read = own.filter(row => readable.has(row.incident_id));
    return {
      incidentIds: read.map(row => row.incident_id),
      deletedIncidentIds: own
        .filter(row => row.existing === null)
        .map(row => row.incident_id),
      risk: riskOf(read),
    };
  };
}

/** The incidents that may be read. */
export async function findReadable(
  knex: Knex,
  links: Pick<LinkRow, 'existing'>[],
  access: AccessFilter,
): Promise<string[]> {
  const query = knex('incidents').select('incidents.id');
  const ids = links.flatMap(({ existing }) => existing ?? []);
  whereAny(query, 'incidents.id', ids);
  return (await applyAccess(query, access)).map(row => row.id);
}

/** What the gravest of a review's incidents says of it; nothing until one is scored. */
function riskOf(rows: RiskLinkRow[]): StoredSummary['risk'] {
  const scores = rows.flatMap(row => row.risk_score ?? []);
  return scores.length === 0
    ? undefined
    : {
        score: Math.max(...scores),
        priority: rows.some(row => Boolean(row.risk_priority)),
      };
}
