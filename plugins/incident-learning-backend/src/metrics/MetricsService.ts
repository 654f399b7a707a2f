import { setImmediate } from 'timers/promises';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FactKind,
  Interval,
  MetricFacts,
  MetricPoint,
  Metrics,
  MetricsFold,
  MetricsQuery,
  Period,
  RootCauseSeries,
  actionReadPermission,
  countedPeriods,
  foldMetrics,
  foldRootCauses,
  lessonReadPermission,
  previousPeriod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import { periodOfQuery } from '../http/period';
import { ComputedOnce } from './ComputedOnce';
import { DEFAULT_METRICS_SETTINGS, MetricsSettings } from './metricsConfig';
import type {
  ImprovementFacts,
  MetricsSelection,
  MetricsStore,
} from './MetricsStore';
import type { FiguresVersion, MetricRollups } from './rollups';

/** With no more incidents than these in all periods, figures are recounted: that is exact, and fast enough. */
const EXACT_UP_TO = 2_000;

/** Some of a dashboard's scopes and periods are kept. */
const MOST_FIGURES = 100;

/** Each can have a megabyte. */
const MOST_IMPROVEMENTS = 20;

/** As many dots as a chart can show apart. */
const MAX_POINTS = 3_000;

interface Call {
  credentials: BackstageCredentials;
}

/** What is asked for, of a selection. */
interface Asking {
  scope: string;
  interval: Interval;
  period: Period;
  /** What the caller may not know. */
  withheld: FactKind[];
}

export interface MetricsServiceOptions {
  store: MetricsStore;
  /** Without them, all is recounted. */
  rollups?: Pick<MetricRollups, 'read' | 'versionOf'>;
  access: IncidentAccess;
  scopes: ScopeResolver;
  settings?: MetricsSettings;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Computes the KPIs of a scope and period from the incidents that the caller may read. */
export class MetricsService {
  static create(options: MetricsServiceOptions): MetricsService {
    return new MetricsService(options);
  }

  private readonly settings: MetricsSettings;
  private readonly computed = new ComputedOnce<Metrics>(MOST_FIGURES);
  private readonly improved = new ComputedOnce<ImprovementFacts>(
    MOST_IMPROVEMENTS,
  );

  private constructor(private readonly options: MetricsServiceOptions) {
    this.settings = options.settings ?? DEFAULT_METRICS_SETTINGS;
  }

  /** @throws InputError when the period ends before it starts */
  async getMetrics(query: MetricsQuery, call: Call): Promise<Metrics> {
    const { scope, interval } = query;
    const period = this.periodOf(query);
    const [selection, withheld] = await Promise.all([
      this.select(scope, period, call),
      this.withheld(call),
    ]);
    const version = await this.options.rollups?.versionOf(
      selection.scope,
      spanOf(this.rolledUpPeriods(period)),
    );
    const asking = { scope, interval, period, withheld };
    return version
      ? this.computed.get([asking, selection, version], () =>
          this.compute(selection, asking, version),
        )
      : this.compute(selection, asking);
  }

  private async compute(
    selection: MetricsSelection,
    asking: Asking,
    version?: FiguresVersion,
  ): Promise<Metrics> {
    const { interval, period, withheld } = asking;
    const periods = this.rolledUpPeriods(period);
    const kinds = without(['commitment', 'rating'], withheld);
    const [reading, improvements] = await Promise.all([
      this.options.rollups?.read({
        selection: { ...selection, period: spanOf(periods) },
        periods,
        interval,
        moreThan: EXACT_UP_TO,
      }),
      this.improvements(selection, kinds, version),
    ]);
    const fold = foldMetrics({
      ...this.settings,
      ...asking,
      sketch: reading !== undefined,
    });
    await (reading?.addTo(fold) ?? this.recount(selection, withheld, fold));
    kinds.forEach(kind => addAll(fold, kind, improvements[kind]));
    return fold.readInTurns(() => setImmediate());
  }

  /** The periods of which rollups are read: of all that these hold. */
  private rolledUpPeriods(period: Period): Period[] {
    const kinds = ['incident', 'lesson', 'publication'] as const;
    const [longest] = kinds
      .map(kind => countedPeriods(kind, period, this.settings))
      .sort((a, b) => b.length - a.length);
    return longest;
  }

  /** What counts of facts of a kind for the figures of a period. */
  private counted(
    kind: FactKind,
    selection: MetricsSelection,
  ): MetricsSelection {
    const periods = countedPeriods(kind, selection.period, this.settings);
    return { ...selection, period: spanOf(periods) };
  }

  /** From the incidents, lessons and reviews themselves, exactly. */
  private async recount(
    selection: MetricsSelection,
    withheld: FactKind[],
    fold: MetricsFold,
  ): Promise<void> {
    const { store } = this.options;
    const incidents = store.facts(this.counted('incident', selection));
    const reviews = store.reviewFacts(this.counted('publication', selection));
    const lessons = this.improvements(selection, without(['lesson'], withheld));
    await Promise.all([
      (async () => {
        for await (const facts of incidents) {
          addAll(fold, 'incident', facts);
        }
      })(),
      (async () => {
        for await (const facts of reviews) {
          addAll(fold, 'publication', facts);
        }
      })(),
      (async () => addAll(fold, 'lesson', (await lessons).lesson))(),
    ]);
  }

  /** What somebody may not know of who may not read actions or lessons. */
  private async withheld({ credentials }: Call): Promise<FactKind[]> {
    const [actions, lessons] = await this.options.access.has(
      [actionReadPermission, lessonReadPermission],
      credentials,
    );
    return [
      ...(actions ? [] : (['commitment', 'rating'] as const)),
      ...(lessons ? [] : (['lesson'] as const)),
    ];
  }

  /**
   * Actions are in no rollup: they are few beside incidents, and counted exactly. That they did not change is told by
   * the version: most writes are those of incidents that have none.
   */
  private improvements(
    selection: MetricsSelection,
    kinds: (keyof ImprovementFacts)[],
    version?: FiguresVersion,
  ): Promise<ImprovementFacts> {
    const periods = Object.fromEntries(
      kinds.map(kind => [kind, this.counted(kind, selection).period]),
    );
    const read = () => this.options.store.improvements(selection, periods);
    return version
      ? this.improved.get([selection, periods, version.besides], read)
      : read();
  }

  /**
   * The incidents behind the durations: at most 3,000 of `totalItems`, spread over the whole period.
   *
   * @throws InputError when the period ends before it starts
   */
  async getPoints(
    query: MetricsQuery,
    call: Call,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const period = this.periodOf(query);
    const selection = await this.select(query.scope, period, call);
    return this.options.store.points(selection, MAX_POINTS);
  }

  /**
   * The root causes of the reviews published in the period, by type.
   *
   * @throws InputError when the period ends before it starts
   */
  async getRootCauses(
    query: MetricsQuery,
    call: Call,
  ): Promise<RootCauseSeries> {
    const { scope, interval } = query;
    const period = this.periodOf(query);
    const { calendar } = this.settings;
    const fold = foldRootCauses({ scope, interval, period, calendar });
    const selection = await this.select(scope, period, call);
    const counts = await this.options.store.rootCauses(selection, {
      periods: [previousPeriod(period), period],
      interval,
      calendar,
    });
    counts.forEach(count => fold.add(count));
    return fold.read();
  }

  private async select(
    scope: string,
    period: Period,
    { credentials }: Call,
  ): Promise<MetricsSelection> {
    const { access, scopes } = this.options;
    const [readable, resolved] = await Promise.all([
      access.readable(credentials),
      scopes.resolve(scope, credentials),
    ]);
    return { period, access: readable, scope: resolved };
  }

  private periodOf(query: Pick<MetricsQuery, 'from' | 'to'>): Period {
    const now = this.options.now ?? Date.now;
    return periodOfQuery(query, now(), this.settings.defaultPeriodMs);
  }
}

function without<Kind extends FactKind>(
  kinds: Kind[],
  withheld: FactKind[],
): Kind[] {
  return kinds.filter(kind => !withheld.includes(kind));
}

/** From the start of the first period to the end of the last. */
function spanOf(periods: Period[]): Period {
  return { from: periods[0].from, to: periods[periods.length - 1].to };
}

function addAll<Kind extends FactKind>(
  fold: MetricsFold,
  kind: Kind,
  facts: MetricFacts[Kind][],
): void {
  facts.forEach(fact => fold.addFact(kind, fact));
}
