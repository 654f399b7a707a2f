import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  AnyMetricKpi,
  BreakdownQuery,
  DataQuality,
  DataQualityQuery,
  MetricBreakdown,
  MetricKpi,
  STANDARD_KPIS,
  foldBreakdown,
  foldDataQuality,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ScopeResolver, Teams } from '../catalog';
import { periodOfQuery } from '../http';
import type { DimensionStore, DimensionedIncident } from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';

interface Call {
  credentials: BackstageCredentials;
}

export interface BreakdownServiceOptions {
  store: DimensionStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  teams: Teams;
  kpis?: readonly AnyMetricKpi[];
  /** How long a period is whose start is not said. */
  defaultPeriodMs?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Breaks figures down by team, severity and category, over the incidents that the caller may read. */
export class BreakdownService {
  static create(options: BreakdownServiceOptions): BreakdownService {
    return new BreakdownService(options);
  }

  private constructor(private readonly options: BreakdownServiceOptions) {}

  /** @throws InputError for a KPI that does not count incidents, or a period that ends before it starts */
  async getBreakdown(
    query: BreakdownQuery,
    call: Call,
  ): Promise<MetricBreakdown> {
    const { by, scope } = query;
    const kpi = this.kpiOf(query.kpi);
    const selection = await this.select(query, call);
    const fold = foldBreakdown(kpi);
    const asked = { entityRefs: by === 'team' };
    for await (const page of this.options.store.incidents(selection, asked)) {
      const teamsOf = await this.teamsOf(page, call);
      for (const incident of page) {
        fold.add(
          incident.fact,
          by === 'team' ? teamsOf(incident) : [valueOf(incident, by)],
        );
      }
    }
    return { scope, ...timesOf(selection), by, ...fold.read(by) };
  }

  /** @throws InputError when the period ends before it starts */
  async getDataQuality(
    query: DataQualityQuery,
    call: Call,
  ): Promise<DataQuality> {
    const selection = await this.select(query, call);
    const fold = foldDataQuality();
    const asked = { entityRefs: true, findings: true };
    for await (const page of this.options.store.incidents(selection, asked)) {
      const teamsOf = await this.teamsOf(page, call);
      page.forEach(incident => fold.add(incident.findings, teamsOf(incident)));
    }
    return { scope: query.scope, ...timesOf(selection), ...fold.read() };
  }

  private kpiOf(id: string): MetricKpi<'incident'> {
    const kpis = (this.options.kpis ?? STANDARD_KPIS).filter(
      (kpi): kpi is MetricKpi<'incident'> => kpi.facts === 'incident',
    );
    const kpi = kpis.find(({ definition }) => definition.id === id);
    if (!kpi) {
      const ids = kpis.map(({ definition }) => definition.id).join(', ');
      throw new InputError(
        `Query parameter kpi is ${id}, which does not count incidents: write one of ${ids}`,
      );
    }
    return kpi;
  }

  /** The teams of each incident of a page; one without any has the team `undefined`. */
  private async teamsOf(
    page: DimensionedIncident[],
    { credentials }: Call,
  ): Promise<(incident: DimensionedIncident) => (string | undefined)[]> {
    const teams = await this.options.teams.teamsOf(
      page.flatMap(({ entityRefs }) => entityRefs),
      credentials,
    );
    return ({ entityRefs }) => {
      const own = new Set(entityRefs.flatMap(ref => teams.get(ref) ?? []));
      return own.size > 0 ? [...own] : [undefined];
    };
  }

  private async select(
    query: DataQualityQuery,
    { credentials }: Call,
  ): Promise<MetricsSelection> {
    const { access, scopes, now = Date.now } = this.options;
    return {
      period: periodOfQuery(query, now(), this.options.defaultPeriodMs),
      access: await access.readable(credentials),
      scope: await scopes.resolve(query.scope, credentials),
    };
  }
}

function valueOf(
  { fact, category }: DimensionedIncident,
  by: 'severity' | 'category',
): string | undefined {
  return by === 'severity' ? fact.severity : category;
}

function timesOf({ period }: MetricsSelection) {
  return {
    from: new Date(period.from).toISOString(),
    to: new Date(period.to).toISOString(),
  };
}
