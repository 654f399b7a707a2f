import {
  TrendCell,
  TrendReport,
  TrendTable,
  renderTrendHtml,
  renderTrendMarkdown,
  trendTables,
  trendTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Response } from 'express';
import { csvOf, sendReportFile } from '../http';

export interface TrendFileOptions {
  format: 'markdown' | 'html' | 'csv';
  /** Of a CSV file. */
  table: TrendTable;
  /** The portal's address, so that links lead back to it. */
  baseUrl: string;
}

/** Answers with a trend report as a file to save. */
export function writeTrendReport(
  res: Response,
  report: TrendReport,
  { format, table, baseUrl }: TrendFileOptions,
): void {
  const name = nameOf(report);
  switch (format) {
    case 'markdown':
      sendReportFile(res, {
        name: `${name}.md`,
        type: 'text/markdown',
        text: renderTrendMarkdown(report, { baseUrl }),
      });
      return;
    case 'html':
      sendReportFile(res, {
        name: `${name}.html`,
        type: 'text/html',
        text: renderTrendHtml(report, { baseUrl }),
      });
      return;
    default:
      sendReportFile(res, {
        name: `${name}-${table}.csv`,
        type: 'text/csv',
        text: trendCsv(report, table),
      });
  }
}

/** One table as CSV: numbers in their units, unformatted. */
export function trendCsv(report: TrendReport, table: TrendTable): string {
  const { columns, rows } = trendTables(report)[table];
  return csvOf<TrendCell[]>(
    columns.map((header, i) => ({ header, value: row => rawOf(row[i]) })),
    rows,
  );
}

function rawOf(cell: TrendCell): string | number | undefined {
  return typeof cell === 'object' ? cell.value : cell;
}

/** `trends-payments-2024-01-01-2024-03-31`. */
function nameOf(report: TrendReport): string {
  const last = new Date(Date.parse(report.to) - 1).toISOString();
  return ['trends', trendTitle(report), report.from, last]
    .map((part, i) => (i < 2 ? part : part.slice(0, 10)))
    .join('-')
    .replace(/[^\w.-]+/g, '-');
}
