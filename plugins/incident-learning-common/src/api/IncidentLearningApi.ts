import type {
  ImportFormat,
  ImportReport,
  Incident,
  IncidentChange,
  IncidentFacets,
  IncidentFilter,
  IncidentInput,
  IncidentPatch,
  IncidentQuery,
  RepeatVerdict,
  SimilarIncident,
} from '../incidents';
import type { MetricPoint, Metrics, MetricsQuery } from '../metrics';
import type { ActionApi } from './ActionApi';
import type { LessonTravelApi } from './LessonTravelApi';
import type { BulletinApi } from './BulletinApi';
import type { Page } from './Page';
import type { ReviewApi } from './ReviewApi';
import type { RiskApi } from './RiskApi';
import type { TrendApi } from './TrendApi';

/** What can be asked about incidents and their metrics. @public */
export interface IncidentApi {
  listIncidents(
    query: Partial<IncidentQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Incident>>;
  getIncident(id: string): Promise<Incident>;
  createIncident(incident: IncidentInput): Promise<Incident>;
  /** @param revision - the revision the change is based on */
  updateIncident(
    id: string,
    revision: number,
    patch: IncidentPatch,
  ): Promise<Incident>;
  deleteIncident(id: string, revision: number): Promise<void>;
  getIncidentHistory(id: string): Promise<IncidentChange[]>;
  listSimilarIncidents(id: string): Promise<SimilarIncident[]>;
  judgeRepeat(id: string, verdict: RepeatVerdict): Promise<Incident>;
  getIncidentFacets(filter: Partial<IncidentFilter>): Promise<IncidentFacets>;
  listImportFormats(): Promise<ImportFormat[]>;
  importIncidents(
    data: Blob | string,
    options: {
      format: string;
      dryRun?: boolean;
      encoding?: 'gzip';
      signal?: AbortSignal;
    },
  ): Promise<ImportReport>;
  getMetrics(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Metrics>;
  getMetricPoints(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<{ items: MetricPoint[]; totalItems: number }>;
}

/**
 * What the plugin's backend can be asked.
 *
 * Each method rejects with a `ResponseError`: 403 not allowed, 404 unknown, 409 conflict, 412 somebody else was faster
 * (the body carries `current`), 422 wrong (the body carries `problems` with the path of each field).
 *
 * @public
 */
export interface IncidentLearningApi
  extends IncidentApi,
    ActionApi,
    BulletinApi,
    ReviewApi,
    TrendApi,
    RiskApi,
    LessonTravelApi {}
