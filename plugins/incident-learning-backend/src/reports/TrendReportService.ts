import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  CAUSE_TYPES,
  INCIDENT_KINDS,
  Interval,
  Metrics,
  Patterns,
  Period,
  RootCauseSeries,
  SEVERITIES,
  TrendDecisions,
  TrendEffectiveness,
  TrendReport,
  TrendReportQuery,
  concludeTrends,
  previousPeriod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ActionService } from '../actions/ActionService';
import type { ScopeResolver } from '../catalog';
import type { DecisionService } from '../risk';
import type { ReadAll } from '../database';
import { periodOfQuery } from '../http';
import type { BreakdownService, MetricsService } from '../metrics';
import type { PatternService } from '../patterns';
import type { IncidentCount, TrendTotalsStore } from './TrendTotalsStore';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_CATEGORIES = 20;
const MAX_GROUPS = 10;

interface Call {
  credentials: BackstageCredentials;
}

type Scoped = Pick<TrendReportQuery, 'scope' | 'from' | 'to'>;

export interface TrendReportServiceOptions {
  store: TrendTotalsStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  readAll: ReadAll;
  metrics: MetricsService;
  breakdowns: BreakdownService;
  patterns: PatternService;
  actions: ActionService;
  decisions: Pick<DecisionService, 'figures'>;
  /** How long the period is where its start is not said. */
  defaultPeriodMs?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Writes trend reports from the figures that the caller may see. */
export class TrendReportService {
  static create(options: TrendReportServiceOptions): TrendReportService {
    return new TrendReportService(options);
  }

  private constructor(private readonly options: TrendReportServiceOptions) {}

  /** @throws InputError when the period ends before it starts */
  async getReport(query: Scoped, call: Call): Promise<TrendReport> {
    const { metrics, breakdowns, patterns, readAll } = this.options;
    const { now = Date.now } = this.options;
    const period = periodOfQuery(query, now(), this.options.defaultPeriodMs);
    const asked = {
      scope: query.scope,
      from: isoOf(period.from),
      to: isoOf(period.to),
      interval: intervalOf(period),
    };
    const read = await readAll({
      figures: () => metrics.getMetrics(asked, call),
      causes: () => metrics.getRootCauses(asked, call),
      alike: () => patterns.getPatterns(asked, call),
      quality: () => breakdowns.countFindings(asked, call),
      counts: () => this.counts(asked.scope, period, call),
      actions: () => this.actions(asked.scope, period, call),
      decisions: () => this.decisions(asked, call),
    });
    const { figures, causes, counts, actions } = read;
    return concludeTrends({
      scope: asked.scope,
      from: asked.from,
      to: asked.to,
      previousFrom: isoOf(previousPeriod(period).from),
      generatedAt: isoOf(now()),
      interval: figures.interval,
      timeZone: figures.timeZone,
      totals: totalsOf(counts, causes, actions),
      kpis: figures.kpis,
      severities: severitiesOf(figures),
      ...categoriesOf(counts),
      rootCauses: causesOf(causes),
      ...groupsOf(read.alike),
      effectiveness: actions.effectiveness,
      decisions: read.decisions,
      dataQuality: read.quality,
    });
  }

  private async counts(
    scope: string,
    period: Period,
    { credentials }: Call,
  ): Promise<Counts> {
    const { store, access, scopes, readAll } = this.options;
    const selection = {
      period,
      access: await access.readable(credentials),
      scope: await scopes.resolve(scope, credentials),
    };
    const before = { ...selection, period: previousPeriod(period) };
    return readAll<Counts>({
      incidents: () => store.incidents(selection),
      previous: () => store.incidents(before),
      lessons: () => store.lessons(selection),
      previousLessons: () => store.lessons(before),
    });
  }

  private async decisions(
    asked: { scope: string; from: string; to: string },
    call: Call,
  ): Promise<TrendDecisions> {
    const {
      scope: _,
      from: __,
      to: ___,
      ...figures
    } = await this.options.decisions.figures(asked, call);
    return figures;
  }

  /** Nothing for somebody who may not read actions. */
  private async actions(
    scope: string,
    period: Period,
    call: Call,
  ): Promise<Actions> {
    const report = async (committed?: Period) =>
      (
        await this.options.actions.report(
          {
            scope,
            committedFrom: committed && isoOf(committed.from),
            committedTo: committed && isoOf(committed.to),
          },
          call,
        )
      ).totals;
    try {
      const { own, before, all } = await this.options.readAll({
        own: () => report(period),
        before: () => report(previousPeriod(period)),
        all: () => report(),
      });
      const { committed, completed: done } = own;
      return {
        previous: before.committed,
        effectiveness: { committed, done, overdue: all.overdue },
      };
    } catch (error) {
      if (error instanceof NotAllowedError) {
        const none = { committed: 0, done: 0, overdue: 0 };
        return { previous: 0, effectiveness: none };
      }
      throw error;
    }
  }
}

interface Actions {
  /** Committed to in the period before. */
  previous: number;
  effectiveness: TrendEffectiveness;
}

interface Counts {
  incidents: IncidentCount[];
  previous: IncidentCount[];
  /** Published in the period, and in the one before. */
  lessons: number;
  previousLessons: number;
}

function totalsOf(
  { incidents, previous, lessons, previousLessons }: Counts,
  causes: RootCauseSeries,
  actions: Actions,
): TrendReport['totals'] {
  const compare = (counts: (one: IncidentCount) => boolean) => ({
    count: sum(incidents.filter(counts)),
    previous: sum(previous.filter(counts)),
  });
  return {
    incidents: compare(() => true),
    kinds: Object.fromEntries(
      INCIDENT_KINDS.map(kind => [kind, compare(one => one.kind === kind)]),
    ) as TrendReport['totals']['kinds'],
    unassigned: compare(one => !one.assigned),
    reviewsPublished: {
      count: causes.reviews,
      previous: causes.previous.reviews,
    },
    lessonsPublished: { count: lessons, previous: previousLessons },
    actionsCommitted: {
      count: actions.effectiveness.committed,
      previous: actions.previous,
    },
  };
}

function severitiesOf({ kpis }: Metrics): TrendReport['severities'] {
  const kpi = kpis.find(({ id }) => id === 'severity-distribution');
  return SEVERITIES.map(severity => ({
    severity,
    count: kpi?.distribution?.[severity] ?? 0,
    previous: kpi?.previous.distribution?.[severity] ?? 0,
  }));
}

function categoriesOf({
  incidents,
  previous,
}: Counts): Pick<TrendReport, 'categories' | 'categoryCount'> {
  const names = [
    ...new Set([...incidents, ...previous].map(({ category }) => category)),
  ];
  const all = names.map(category => ({
    category,
    count: sum(incidents.filter(one => one.category === category)),
    previous: sum(previous.filter(one => one.category === category)),
  }));
  all.sort(
    (a, b) =>
      b.count - a.count ||
      b.previous - a.previous ||
      ((a.category ?? '') < (b.category ?? '') ? -1 : 1),
  );
  return {
    categories: all.slice(0, MAX_CATEGORIES),
    categoryCount: all.length,
  };
}

function causesOf({
  counts,
  previous,
}: RootCauseSeries): TrendReport['rootCauses'] {
  return CAUSE_TYPES.map(type => ({
    type,
    count: counts[type],
    previous: previous.counts[type],
  }));
}

function groupsOf({
  signatures,
  patterns,
}: Patterns): Pick<TrendReport, 'repeats' | 'patterns'> {
  return {
    repeats: signatures.slice(0, MAX_GROUPS),
    patterns: patterns
      .filter(({ serviceCount }) => serviceCount > 1)
      .slice(0, MAX_GROUPS),
  };
}

function sum(counts: IncidentCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** As the pages divide a period of this length. */
function intervalOf({ from, to }: Period): Interval {
  const days = (to - from) / DAY_MS;
  if (days <= 45) {
    return 'day';
  }
  return days <= 200 ? 'week' : 'month';
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
