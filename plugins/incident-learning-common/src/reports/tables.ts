import { Kpi, VERDICTS } from '../metrics/schema';
import type { IncidentGroup } from '../patterns';
import { entityName, words } from '../reviews/reportText';
import { decisionsTable } from './decisions';
import { bucketDay, formatFigure, formatTarget } from './figures';
import { flawTitle } from './names';
import type { TrendTable } from './rules';
import type { TrendFinding, TrendReport } from './schema';
import { scoreTable } from './scoreTable';

/** A number with its unit, which files for machines leave out. @public */
export interface TrendQuantity {
  value: number;
  unit: TrendFinding['figures'][number]['unit'];
  /** What it is to come to; where it does not, people are told so precisely that they see it. */
  target?: Kpi['target'];
}

/** @public */
export type TrendCell = string | number | TrendQuantity | undefined;

/** One table of a report, for people and machines alike. @public */
export interface TrendTableData {
  title: string;
  columns: string[];
  rows: TrendCell[][];
}

/** A verdict in words. @public */
export const VERDICT_WORDS: Record<(typeof VERDICTS)[number], string> = {
  improved: 'Improved',
  worsened: 'Worsened',
  'no-detectable-change': 'No detectable change',
  'not-enough-data': 'Not enough data',
};

const COMPARED = ['Count', 'Period before'];

/**
 * The tables of a trend report.
 *
 * @public
 */
export function trendTables(
  report: TrendReport,
): Record<TrendTable, TrendTableData> {
  return {
    kpis: kpiTable(report),
    score: scoreTable(report),
    series: seriesTable(report),
    totals: totalsTable(report),
    severities: {
      title: 'By severity',
      columns: ['Severity', ...COMPARED],
      rows: report.severities.map(({ severity, count, previous }) => [
        words(severity),
        count,
        previous,
      ]),
    },
    categories: {
      title: 'By category',
      columns: ['Category', ...COMPARED],
      rows: report.categories.map(({ category, count, previous }) => [
        category ?? 'Not known',
        count,
        previous,
      ]),
    },
    'root-causes': {
      title: 'Root causes found',
      columns: ['Type', ...COMPARED],
      rows: report.rootCauses.map(({ type, count, previous }) => [
        words(type),
        count,
        previous,
      ]),
    },
    repeats: groupTable('Repeated at one service', report.repeats),
    patterns: groupTable('Patterns across services', report.patterns),
    effectiveness: effectivenessTable(report),
    decisions: decisionsTable(report.decisions),
    'data-quality': {
      title: 'What the figures lack',
      columns: ['Finding', 'Incidents', 'Of'],
      rows: report.dataQuality.findings.map(({ code, path, incidents }) => [
        flawTitle(code, path),
        incidents,
        report.dataQuality.incidents,
      ]),
    },
    findings: {
      title: 'Key findings',
      columns: ['Finding', 'n', 'Rule', 'Rows'],
      rows: report.findings.map(({ text, n, rule, link }) => [
        text,
        n,
        rule,
        link,
      ]),
    },
    recommendations: {
      title: 'Recommendations',
      columns: ['Recommendation', 'Rule', 'Follows from', 'Where'],
      rows: report.recommendations.map(({ text, rule, because, link }) => [
        text,
        rule,
        because.join(', '),
        link,
      ]),
    },
  };
}

function kpiTable({ kpis }: TrendReport): TrendTableData {
  return {
    title: 'KPIs',
    columns: [
      'KPI',
      'Value',
      'Unit',
      'n',
      'From (95 %)',
      'To (95 %)',
      'Target',
      'Attained',
      'Before',
      'n before',
      'Verdict',
      'p',
    ],
    rows: kpis.map(kpi => {
      const { unit, target, attained, previous, verdict, pValue } = kpi;
      const interval = intervalOf(kpi);
      return [
        kpi.name,
        quantity(kpi.value, unit),
        unit,
        kpi.n,
        quantity(interval?.[0], unit),
        quantity(interval?.[1], unit),
        target === 'trend' ? goalOf(kpi) : quantity(target, unit),
        attained === undefined ? undefined : yesNo(attained),
        quantity(previous.value, unit),
        previous.n,
        verdict && VERDICT_WORDS[verdict],
        quantity(pValue, 'probability'),
      ];
    }),
  };
}

/**
 * The KPIs for people, who read a number with its unit: intervals in one column, and what came before with its n.
 *
 * @public
 */
export function readableKpis({ kpis }: TrendReport): TrendTableData {
  return {
    title: 'KPIs',
    columns: [
      'KPI',
      'Value',
      'n',
      '95 % interval',
      'Target',
      'Before',
      'Verdict',
    ],
    rows: kpis.map(kpi => {
      const { unit, verdict, previous } = kpi;
      const interval = intervalOf(kpi);
      return [
        kpi.name,
        kpi.value === undefined
          ? undefined
          : { value: kpi.value, unit, target: kpi.target },
        kpi.n,
        interval && interval.map(end => formatFigure(end, unit)).join(' to '),
        goalOf(kpi),
        previous.value === undefined
          ? undefined
          : `${formatFigure(previous.value, unit)} (n = ${previous.n})`,
        verdict && VERDICT_WORDS[verdict],
      ];
    }),
  };
}

/** That of ratings is left out: it is of their median, and their value the mean. */
function intervalOf({ unit, share, stats }: Kpi): [number, number] | undefined {
  return unit === 'rating' ? undefined : share?.ci ?? stats?.ci;
}

/** What a KPI aims at: `under 5 %`, `100 %`, `falling`. @public */
export function goalOf({
  target,
  unit,
  direction,
}: Pick<Kpi, 'target' | 'unit' | 'direction'>): string {
  if (target === 'trend') {
    return direction === 'lower' ? 'falling' : 'rising';
  }
  const goal = formatTarget(target, unit);
  if (unit === 'share' && (target === 0 || target === 1)) {
    return goal;
  }
  return `${direction === 'lower' ? 'under' : 'over'} ${goal}`;
}

function seriesTable({ kpis, timeZone }: TrendReport): TrendTableData {
  return {
    title: 'Series',
    columns: ['KPI', 'From', 'Value', 'Unit', 'n'],
    rows: kpis.flatMap(({ name, unit, series }) =>
      series.map(({ start, value, n }) => [
        name,
        bucketDay(start, timeZone),
        quantity(value, unit),
        unit,
        n,
      ]),
    ),
  };
}

function totalsTable({ totals }: TrendReport): TrendTableData {
  const row = (name: string, of: { count: number; previous: number }) => [
    name,
    of.count,
    of.previous,
  ];
  return {
    title: 'Totals',
    columns: ['Of', ...COMPARED],
    rows: [
      row('Incidents', totals.incidents),
      row('Security incidents', totals.kinds.security),
      row('Operational incidents', totals.kinds.operational),
      row('Incidents without a service', totals.unassigned),
      row('Reviews published', totals.reviewsPublished),
      row('Lessons published', totals.lessonsPublished),
      row('Actions committed to', totals.actionsCommitted),
    ],
  };
}

function effectivenessTable({
  effectiveness: { committed, done, overdue },
}: TrendReport): TrendTableData {
  return {
    title: 'Improvements',
    columns: ['Of', 'Actions'],
    rows: [
      ['Committed to in the period', committed],
      ['Of these, completed or verified by now', done],
      ['Overdue now, whenever committed to', overdue],
    ],
  };
}

function groupTable(title: string, groups: IncidentGroup[]): TrendTableData {
  return {
    title,
    columns: [
      'Category',
      'Attack vector',
      'Incidents',
      'Repeats',
      'First',
      'Last',
      'Services',
      'Services without a lesson',
    ],
    rows: groups.map(group => [
      group.category,
      group.attackVector,
      group.count,
      group.repeats,
      group.firstAt.slice(0, 10),
      group.lastAt.slice(0, 10),
      group.services.map(({ entityRef }) => entityName(entityRef)).join(', '),
      group.services.filter(({ lesson }) => !lesson).length,
    ]),
  };
}

function quantity(
  value: number | undefined,
  unit: TrendQuantity['unit'],
): TrendQuantity | undefined {
  return value === undefined ? undefined : { value, unit };
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
