import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  AnyMetricKpi,
  Breakdown,
  BreakdownQuery,
  DataQuality,
  DataQualityCounts,
  DataQualityQuery,
  FactKind,
  MetricBreakdown,
  MetricKpi,
  STANDARD_KPIS,
  foldBreakdown,
  foldDataQuality,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ScopeResolver, Teams } from '../catalog';
import { periodOfQuery } from '../http';
import type { DimensionStore, FactGroup } from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import type { LearnedKind } from './learnedDimensions';
import { inTurns } from './rollups/inTurns';

/** After so many groups others have their turn. */
const AT_ONCE = 500;

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
    const { store } = this.options;
    const broken =
      kpi.facts === 'incident'
        ? await this.breakDown(
            kpi,
            by,
            store.incidents(kpi, by, selection),
            call,
          )
        : await this.breakLearned(kpi, by, selection, call);
    return { scope, ...timesOf(selection), by, ...broken };
  }

  private breakLearned<Kind extends LearnedKind>(
    kpi: MetricKpi<Kind>,
    by: Breakdown,
    selection: MetricsSelection,
    call: Call,
  ) {
    const { store } = this.options;
    return this.breakDown(kpi, by, store.learned(kpi, by, selection), call);
  }

  private async breakDown<Kind extends FactKind>(
    kpi: MetricKpi<Kind>,
    by: Breakdown,
    pages: AsyncIterable<FactGroup<Kind>[]>,
    call: Call,
  ) {
    const fold = foldBreakdown(kpi);
    for await (const page of pages) {
      const refs = by === 'team' ? page.flatMap(({ of }) => of) : [];
      const valuesOf = by === 'team' ? await this.teamsOf(refs, call) : orNone;
      await inTurns(
        page,
        ({ of, facts }) => fold.add(facts(), valuesOf(of)),
        AT_ONCE,
      );
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
    for await (const page of this.options.store.findings(selection)) {
      const teamsOf = await this.teamsOf(
        page.flatMap(({ entityRefs }) => entityRefs),
        call,
      );
      await inTurns(
        page,
        ({ findings, entityRefs, incidents }) =>
          fold.add(findings, teamsOf(entityRefs), incidents),
        AT_ONCE,
      );
    }
    return { scope: query.scope, ...timesOf(selection), ...fold.read() };
  }

  /**
   * The same without teams, which take most of the time.
   *
   * @throws InputError when the period ends before it starts
   */
  async countFindings(
    query: DataQualityQuery,
    call: Call,
  ): Promise<DataQualityCounts> {
    const selection = await this.select(query, call);
    const fold = foldDataQuality();
    const pages = this.options.store.findings(selection, { touched: false });
    for await (const page of pages) {
      page.forEach(({ findings, incidents }) =>
        fold.add(findings, [], incidents),
      );
    }
    const { incidents, affected, findings } = fold.read();
    return { incidents, affected, findings };
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

  /** Finds the teams of what touched some of these entities; what has none has the team `undefined`. */
  private async teamsOf(
    entityRefs: string[],
    { credentials }: Call,
  ): Promise<(some: string[]) => (string | undefined)[]> {
    const teams = await this.options.teams.teamsOf(entityRefs, credentials);
    return some =>
      orNone([...new Set(some.flatMap(ref => teams.get(ref) ?? []))]);
  }

  private async select(
    query: DataQualityQuery,
    { credentials }: Call,
  ): Promise<MetricsSelection> {
    const { access, scopes, now = Date.now } = this.options;
    const period = periodOfQuery(query, now(), this.options.defaultPeriodMs);
    const [readable, scope] = await Promise.all([
      access.readable(credentials),
      scopes.resolve(query.scope, credentials),
    ]);
    return { period, access: readable, scope };
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
