import {
  Incident,
  IncidentChange,
  IncidentFacets,
  IncidentFilter,
  IncidentInput,
  IncidentPatch,
  IncidentQuery,
  ImportFormat,
  ImportReport,
  RepeatVerdict,
  SimilarIncident,
  incidentEndpoints,
} from '../incidents';
import {
  MetricPoint,
  Metrics,
  MetricsQuery,
  metricsEndpoints,
} from '../metrics';
import type { IncidentLearningApi } from './IncidentLearningApi';
import type { Page } from './Page';
import { LessonTravelCalls } from './LessonTravelCalls';

/**
 * Client of the plugin's API, for browsers and backends.
 *
 * @public
 */
export class IncidentLearningClient
  extends LessonTravelCalls
  implements IncidentLearningApi
{
  listIncidents(
    query: Partial<IncidentQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Incident>> {
    return this.call(incidentEndpoints.list, { query, ...options });
  }

  getIncident(id: string): Promise<Incident> {
    return this.call(incidentEndpoints.get, { path: { id } });
  }

  createIncident(incident: IncidentInput): Promise<Incident> {
    return this.call(incidentEndpoints.create, { body: incident });
  }

  updateIncident(
    id: string,
    revision: number,
    patch: IncidentPatch,
  ): Promise<Incident> {
    return this.call(incidentEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteIncident(id: string, revision: number): Promise<void> {
    await this.call(incidentEndpoints.delete, { path: { id }, revision });
  }

  async getIncidentHistory(id: string): Promise<IncidentChange[]> {
    const page = await this.call(incidentEndpoints.history, { path: { id } });
    return page.items;
  }

  async listSimilarIncidents(id: string): Promise<SimilarIncident[]> {
    const page = await this.call(incidentEndpoints.similar, { path: { id } });
    return page.items;
  }

  judgeRepeat(id: string, verdict: RepeatVerdict): Promise<Incident> {
    return this.call(incidentEndpoints.judgeRepeat, {
      path: { id },
      body: verdict,
    });
  }

  getIncidentFacets(filter: Partial<IncidentFilter>): Promise<IncidentFacets> {
    return this.call(incidentEndpoints.facets, { query: filter });
  }

  async listImportFormats(): Promise<ImportFormat[]> {
    const page = await this.call(incidentEndpoints.importFormats, {});
    return page.items;
  }

  importIncidents(
    data: Blob | string,
    options: {
      format: string;
      dryRun?: boolean;
      encoding?: 'gzip';
      signal?: AbortSignal;
    },
  ): Promise<ImportReport> {
    const { format, dryRun, encoding, signal } = options;
    return this.call(incidentEndpoints.import, {
      query: { format, dryRun },
      stream: { data, type: 'application/octet-stream', encoding },
      signal,
    });
  }

  getMetrics(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Metrics> {
    return this.call(metricsEndpoints.get, { query, ...options });
  }

  getMetricPoints(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    return this.call(metricsEndpoints.points, { query, ...options });
  }
}
