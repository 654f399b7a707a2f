import {
  ImportFormat,
  ImportReport,
  ImportRow,
  Incident,
  IncidentChange,
  IncidentApi,
  IncidentFacets,
  IncidentFilter,
  IncidentInput,
  IncidentPatch,
  IncidentQuery,
  MetricPoint,
  Metrics,
  MetricsQuery,
  Page,
  RepeatVerdict,
  SimilarIncident,
  incidentFilterSchema,
  incidentInputSchema,
  incidentPatchSchema,
  incidentQuerySchema,
  metricsQuerySchema,
  similarityReasons,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { IncidentMemory } from './IncidentMemory';
import { metricsOf, pointsOf } from './metrics';
import { filterIncidents, sortIncidents } from './filterIncidents';
import {
  Schema,
  changesOf,
  contentOf,
  merge,
  problemsOf,
  relationOf,
} from './incidentContent';
import { responseError } from './responseError';

/** What a `FakeIncidentLearningApi` starts from. */
export interface FakeApiOptions {
  incidents?: IncidentInput[];
  /** The time at which everything is written, ISO 8601. */
  now?: string;
  /** What a group, system or domain holds: entity refs by its own ref. */
  parts?: Record<string, string[]>;
}

/** The backend in memory: the schemas and rules of common without HTTP and database. Ids are `incident-1` and on. */
export class FakeIncidentLearningApi implements IncidentApi {
  protected readonly now: string;
  protected readonly parts: Record<string, string[]>;
  private readonly memory: IncidentMemory;
  private readonly changes: IncidentChange[] = [];
  private failure?: Promise<Error>;
  private lastId = 0;

  constructor(options: FakeApiOptions = {}) {
    this.now = options.now ?? new Date().toISOString();
    this.parts = options.parts ?? {};
    this.memory = new IncidentMemory(this.now);
    for (const input of options.incidents ?? []) {
      this.create(input);
    }
  }

  /** Lets every call fail from now on, as the backend would; undefined mends it. */
  failWith(failure?: { status: number; name: string; message: string }) {
    this.failure =
      failure && responseError(failure.status, failure.name, failure.message);
  }

  async listIncidents(query: Partial<IncidentQuery>): Promise<Page<Incident>> {
    const parsed = await this.parse(incidentQuerySchema, query);
    const found = sortIncidents(this.filter(parsed), parsed.sort);
    const start = Number(parsed.cursor ?? 0);
    const end = start + parsed.limit;
    return {
      items: found.slice(start, end),
      nextCursor: end < found.length ? String(end) : undefined,
      totalItems: parsed.total ? found.length : undefined,
    };
  }

  async getIncident(id: string): Promise<Incident> {
    await this.failIfAsked();
    return this.require(id);
  }

  async createIncident(input: IncidentInput): Promise<Incident> {
    return this.create(await this.parse(incidentInputSchema, input));
  }

  async updateIncident(
    id: string,
    revision: number,
    patch: IncidentPatch,
  ): Promise<Incident> {
    const parsed = await this.parse(incidentPatchSchema, patch);
    const current = await this.requireRevision(id, revision);
    const updated = this.memory.put(
      id,
      incidentInputSchema.parse(merge(contentOf(current), parsed)),
    );
    this.record(updated, 'updated', current);
    return updated;
  }

  async deleteIncident(id: string, revision: number): Promise<void> {
    await this.failIfAsked();
    await this.requireRevision(id, revision);
    this.memory.delete(id);
  }

  async getIncidentHistory(id: string): Promise<IncidentChange[]> {
    await this.failIfAsked();
    await this.require(id);
    return this.changes.filter(change => change.incidentId === id).reverse();
  }

  async listSimilarIncidents(id: string): Promise<SimilarIncident[]> {
    await this.failIfAsked();
    const self = await this.require(id);
    return this.memory.all().flatMap(incident => {
      const relation = relationOf(self, incident);
      const reasons = similarityReasons(self, incident);
      const score = reasons.reduce((sum, reason) => sum + reason.score, 0);
      return relation ? [{ incident, relation, score, reasons }] : [];
    });
  }

  async judgeRepeat(id: string, verdict: RepeatVerdict): Promise<Incident> {
    await this.failIfAsked();
    await this.require(verdict.of);
    const before = await this.require(id);
    const judged = this.memory.judge(id, verdict);
    this.record(judged, 'judged', before);
    return judged;
  }

  async getIncidentFacets(
    filter: Partial<IncidentFilter>,
  ): Promise<IncidentFacets> {
    const found = this.filter(await this.parse(incidentFilterSchema, filter));
    const values = (read: (incident: Incident) => (string | undefined)[]) => [
      ...new Set(found.flatMap(read).filter(value => value !== undefined)),
    ];
    return {
      category: values(incident => [incident.category]),
      attackVector: values(incident => [incident.attackVector]),
      tag: values(incident => incident.tags),
      source: values(incident => [incident.source?.system]),
    };
  }

  async listImportFormats(): Promise<ImportFormat[]> {
    await this.failIfAsked();
    return [
      { id: 'incident', title: 'JSON', extensions: ['.json', '.ndjson'] },
      { id: 'csv', title: 'CSV', extensions: ['.csv'] },
    ];
  }

  /** Reads NDJSON of incidents only, one a line. */
  async importIncidents(
    data: Blob | string,
    options: { format: string; dryRun?: boolean },
  ): Promise<ImportReport> {
    await this.failIfAsked();
    const text = typeof data === 'string' ? data : await data.text();
    const rows = text
      .split('\n')
      .flatMap((line, index) =>
        line.trim() ? [this.importLine(line, index + 1, options.dryRun)] : [],
      );
    const count = (outcome: ImportRow['outcome']) =>
      rows.filter(row => row.outcome === outcome).length;
    return {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      rejected: count('rejected'),
      warnings: 0,
      rows,
    };
  }

  async getMetrics(query: Partial<MetricsQuery>): Promise<Metrics> {
    const parsed = await this.parse(metricsQuerySchema, query);
    return metricsOf(this.inScope(parsed), parsed, this.now);
  }

  async getMetricPoints(
    query: Partial<MetricsQuery>,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const parsed = await this.parse(metricsQuerySchema, query);
    const items = pointsOf(this.inScope(parsed), parsed, this.now);
    return { items, totalItems: items.length };
  }

  private create(input: IncidentInput): Incident {
    this.lastId += 1;
    const id = `incident-${this.lastId}`;
    const created = this.memory.put(id, incidentInputSchema.parse(input));
    this.record(created, 'created');
    return created;
  }

  private importLine(
    line: string,
    number: number,
    dryRun?: boolean,
  ): ImportRow {
    const reject = (problems: ImportRow['problems']): ImportRow => ({
      line: number,
      outcome: 'rejected',
      problems,
    });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return reject([{ path: '', message: 'is no JSON: mend the line' }]);
    }
    const parsed = incidentInputSchema.safeParse(value);
    if (!parsed.success) {
      return reject(problemsOf(parsed.error));
    }
    const id = dryRun ? undefined : this.create(parsed.data).id;
    return { line: number, id, outcome: 'created', problems: [] };
  }

  protected inScope({ scope }: Pick<MetricsQuery, 'scope'>): Incident[] {
    return this.filter({ scope, drill: false });
  }

  private filter(filter: IncidentFilter): Incident[] {
    return filterIncidents(this.memory.all(), filter, (incident, scope) =>
      incident.entityRefs.some(
        ref => ref === scope || this.parts[scope]?.includes(ref),
      ),
    );
  }

  private record(
    incident: Incident,
    operation: IncidentChange['operation'],
    before?: Incident,
  ): void {
    this.changes.push({
      id: `change-${this.changes.length + 1}`,
      incidentId: incident.id,
      revision: incident.revision,
      at: this.now,
      by: 'user:default/guest',
      operation,
      changes: before ? changesOf(before, incident) : [],
    });
  }

  protected async require(id: string): Promise<Incident> {
    const incident = this.memory.get(id);
    if (!incident) {
      throw await responseError(404, 'NotFoundError', `No incident ${id}`);
    }
    return incident;
  }

  private async requireRevision(id: string, revision: number) {
    const current = await this.require(id);
    if (current.revision !== revision) {
      throw await responseError(
        412,
        'PreconditionFailedError',
        'Somebody else has changed the incident',
        { current },
      );
    }
    return current;
  }

  protected async parse<T>(schema: Schema<T>, value: unknown): Promise<T> {
    await this.failIfAsked();
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const problems = problemsOf(parsed.error);
      const said = problems.map(({ path, message }) => `${path} ${message}`);
      const message = said.join('; ');
      throw await responseError(422, 'UnprocessableError', message, {
        problems,
      });
    }
    return parsed.data;
  }

  protected async failIfAsked(): Promise<void> {
    if (this.failure) {
      throw await this.failure;
    }
  }
}
