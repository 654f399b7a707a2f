import { escapeMarkdown, tableLines } from '../reviews/markdownSource';
import { entityName, formatMoment } from '../reviews/reportText';
import { formatAgainst } from './figures';
import type { TrendTable } from './rules';
import type { TrendReport } from './schema';
import { TrendCell, readableKpis, trendTables } from './tables';

const text = escapeMarkdown;

/** Where a report is read. @public */
export interface TrendRenderOptions {
  /** What links begin with: the portal's address; paths without it unless said. */
  baseUrl?: string;
}

/** Tables for people, in the order in which they are read; what a machine needs alone is left out. */
const TABLES: TrendTable[] = [
  'totals',
  'kpis',
  'score',
  'severities',
  'categories',
  'root-causes',
  'repeats',
  'patterns',
  'effectiveness',
  'decisions',
  'data-quality',
];

/**
 * A trend report as Markdown: CommonMark with tables, times in UTC.
 *
 * @public
 */
export function renderTrendMarkdown(
  report: TrendReport,
  { baseUrl = '' }: TrendRenderOptions = {},
): string {
  const { findings, recommendations, kpis } = report;
  const link = (words: string, path: string) =>
    `[${text(words)}](<${baseUrl}${path}>)`;
  const blocks = [
    `# Trend report: ${text(trendTitle(report))}`,
    `${trendPeriod(report)}. Written ${formatMoment(report.generatedAt)}.`,
    '## Key findings',
    findings.length > 0
      ? findings
          .map(each => `- ${text(each.text)} ${link('Rows', each.link)}`)
          .join('\n')
      : 'The figures of this period carry no finding.',
    '## Recommendations',
    recommendations.length > 0
      ? recommendations
          .map(
            (each, i) =>
              `${i + 1}. ${text(each.text)} ${link('Where', each.link)}`,
          )
          .join('\n')
      : 'Without a finding there is nothing to recommend.',
    ...tables(report),
    '## Definitions',
    kpis
      .map(kpi => `- **${text(kpi.name)}:** ${text(kpi.definition)}`)
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tables(report: TrendReport): string[] {
  const all = { ...trendTables(report), kpis: readableKpis(report) };
  return TABLES.flatMap(id => {
    const { title, columns, rows } = all[id];
    return rows.length === 0
      ? []
      : [
          `## ${title}`,
          tableLines(
            columns,
            rows.map(row => row.map(cell => text(cellText(cell)))),
          ).join('\n'),
        ];
  });
}

/** A cell for people. @public */
export function cellText(cell: TrendCell): string {
  if (cell === undefined) {
    return '';
  }
  return typeof cell === 'object'
    ? formatAgainst(cell.value, cell.target ?? 'trend', cell.unit)
    : cell.toLocaleString('en-US');
}

/** Whose report it is. @public */
export function trendTitle({ scope }: Pick<TrendReport, 'scope'>): string {
  return scope === 'org' ? 'whole organisation' : entityName(scope);
}

/** The days that a report covers. @public */
export function trendPeriod({
  from,
  to,
}: Pick<TrendReport, 'from' | 'to'>): string {
  const last = new Date(Date.parse(to) - 1).toISOString();
  return `${formatMoment(from, 'day')} to ${formatMoment(last, 'day')}`;
}
