import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  AnyMetricKpi,
  Breakdown,
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
import type { DimensionStore } from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import type { LearnedKind } from './learnedDimensions';

/** What touched entities. */
interface Touching {
  entityRefs: string[];
}

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

/** Breaks figures down by team, severity and category, over what the caller may read. */
export class BreakdownService {
  static create(options: BreakdownServiceOptions): BreakdownService {
    return new BreakdownService(options);
  }

  private constructor(private readonly options: BreakdownServiceOptions) {}

  /** @throws InputError for a KPI that is made of others, or a period that ends before it starts */
  async getBreakdown(
    query: BreakdownQuery,
    call: Call,
  ): Promise<MetricBreakdown> {
    const { by, scope } = query;
    const selection = await this.select(query, call);
    const kpi = this.kpiOf(query.kpi);
    const broken =
      kpi.facts === 'incident'
        ? await this.breakIncidents(kpi, by, selection, call)
        : await this.breakLearned(kpi, by, selection, call);
    return { scope, ...timesOf(selection), by, ...broken };
  }

  private async breakIncidents(
    kpi: MetricKpi<'incident'>,
    by: Breakdown,
    selection: MetricsSelection,
    call: Call,
  ) {
    const fold = foldBreakdown(kpi);
    const asked = { entityRefs: by === 'team' };
    for await (const page of this.options.store.incidents(selection, asked)) {
      const teamsOf = await this.teamsOf(page, call);
      for (const incident of page) {
        const { fact, category } = incident;
        const own = by === 'severity' ? fact.severity : category;
        fold.add(fact, by === 'team' ? teamsOf(incident) : [own]);
      }
    }
    return fold.read(by);
  }

  private async breakLearned<Kind extends LearnedKind>(
    kpi: MetricKpi<Kind>,
    by: Breakdown,
    selection: MetricsSelection,
    call: Call,
  ) {
    const fold = foldBreakdown(kpi);
    const asked = { entityRefs: by === 'team' };
    const { store } = this.options;
    for await (const page of store.learned(kpi.facts, selection, asked)) {
      const teamsOf = await this.teamsOf(page, call);
      for (const one of page) {
        const own = by === 'severity' ? one.severities : one.categories;
        fold.add(one.fact, by === 'team' ? teamsOf(one) : orNone(own));
      }
    }
    return fold.read(by);
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

  private kpiOf(id: string): AnyMetricKpi {
    const kpis = this.options.kpis ?? STANDARD_KPIS;
    const kpi = kpis.find(({ definition }) => definition.id === id);
    if (!kpi) {
      const ids = kpis.map(({ definition }) => definition.id).join(', ');
      throw new InputError(
        `Query parameter kpi is ${id}, which cannot be broken down: write one of ${ids}`,
      );
    }
    return kpi;
  }

  /** The teams of what a page holds; what has none has the team `undefined`. */
  private async teamsOf(
    page: Touching[],
    { credentials }: Call,
  ): Promise<(one: Touching) => (string | undefined)[]> {
    const teams = await this.options.teams.teamsOf(
      page.flatMap(({ entityRefs }) => entityRefs),
      credentials,
    );
    return ({ entityRefs }) => {
      const own = new Set(entityRefs.flatMap(ref => teams.get(ref) ?? []));
      return orNone([...own]);
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

function orNone(values: string[]): (string | undefined)[] {
  return values.length > 0 ? values : [undefined];
}

function timesOf({ period }: MetricsSelection) {
  return {
    from: new Date(period.from).toISOString(),
    to: new Date(period.to).toISOString(),
  };
}
