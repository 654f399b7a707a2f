import { SvgElement, serialize } from '../../analyses/diagrams/element';
import type { Kpi } from '../../metrics/schema';
import { formatMoment, words } from '../../reviews/reportText';
import { Html, html, trusted } from '../../reviews/reportHtml/html';
import { ReportPart, reportPage } from '../../reviews/reportHtml/page';
import { formatAgainst, formatOptional } from '../figures';
import {
  TrendRenderOptions,
  cellText,
  trendPeriod,
  trendTitle,
} from '../markdown';
import type { TrendTable } from '../rules';
import type { TrendReport } from '../schema';
import {
  TrendTableData,
  VERDICT_WORDS,
  goalOf,
  readableKpis,
  trendTables,
} from '../tables';
import {
  chartedSeverities,
  comparedChart,
  severityChart,
  sparkline,
} from './charts';
import { TREND_STYLE } from './style';

/**
 * A trend report as one HTML file that opens without a server: no script, charts as SVG, each number in a table too.
 *
 * @public
 */
export function renderTrendHtml(
  report: TrendReport,
  { baseUrl = '' }: TrendRenderOptions = {},
): string {
  const title = trendTitle(report);
  return reportPage({
    title: title.charAt(0).toUpperCase() + title.slice(1),
    kicker: 'Trend report',
    meta: metaHtml(report),
    parts: [
      {
        id: 'findings',
        title: 'Key findings',
        body: findings(report, baseUrl),
      },
      {
        id: 'recommendations',
        title: 'Recommendations',
        body: recommendations(report, baseUrl),
      },
      { id: 'kpis', title: 'KPIs', body: kpis(report) },
      { id: 'incidents', title: 'Incidents', body: incidents(report) },
      ...tablePart(report, 'learning', 'Learning', [
        'root-causes',
        'effectiveness',
      ]),
      ...tablePart(report, 'recurrence', 'What came back', [
        'repeats',
        'patterns',
      ]),
      ...tablePart(report, 'decisions', 'Decisions to contain', ['decisions']),
      ...tablePart(report, 'data-quality', 'What the figures lack', [
        'data-quality',
      ]),
      { id: 'definitions', title: 'Definitions', body: definitions(report) },
    ],
    footer: html`Written ${formatMoment(report.generatedAt)} from the incidents,
    reviews and actions that its reader may see. Times are in UTC; drills are
    not counted.`,
    style: TREND_STYLE,
  });
}

function metaHtml(report: TrendReport): Html {
  const { incidents: all, reviewsPublished } = report.totals;
  return html`<dl class="meta">
    <div>
      <dt>Period</dt>
      <dd>${trendPeriod(report)}</dd>
    </div>
    <div>
      <dt>Incidents</dt>
      <dd>${all.count} (${all.previous} before)</dd>
    </div>
    <div>
      <dt>Reviews published</dt>
      <dd>${reviewsPublished.count} (${reviewsPublished.previous} before)</dd>
    </div>
  </dl>`;
}

function findings({ findings: all }: TrendReport, baseUrl: string): Html {
  return all.length === 0
    ? html`<p>The figures of this period carry no finding.</p>`
    : html`<ul class="points">
        ${all.map(
          each =>
            html`<li class="${each.tone}">
              ${each.text} <a href="${baseUrl}${each.link}">Rows</a>
            </li>`,
        )}
      </ul>`;
}

function recommendations(
  { recommendations: all }: TrendReport,
  baseUrl: string,
): Html {
  return all.length === 0
    ? html`<p>Without a finding there is nothing to recommend.</p>`
    : html`<ol class="points">
        ${all.map(
          each =>
            html`<li>
              ${each.text} <a href="${baseUrl}${each.link}">Where</a>
            </li>`,
        )}
      </ol>`;
}

function kpis(report: TrendReport): Html {
  const { series, score } = trendTables(report);
  return html`<div class="tiles">${report.kpis.map(tile)}</div>
    ${tableHtml(readableKpis(report))}
    ${score.rows.length > 0 &&
    html`<h3>${score.title}</h3>
      ${tableHtml(score)}`}
    <details>
      <summary>Every bucket of the series</summary>
      ${tableHtml(series)}
    </details>`;
}

function tile(kpi: Kpi): Html {
  const { verdict, unit, value, previous, n, target } = kpi;
  return html`<div class="card tile">
    <h3>${kpi.name}</h3>
    <div class="value">
      ${value === undefined ? 'no data' : formatAgainst(value, target, unit)}
    </div>
    <div class="badges">
      ${verdict &&
      html`<span class="badge verdict-${verdict}"
        >${VERDICT_WORDS[verdict]}</span
      >`}
    </div>
    <div class="note">
      n = ${n}, to be ${goalOf(kpi)}; before
      ${formatOptional(previous.value, unit)} (n = ${previous.n})
    </div>
    ${chart(sparkline(kpi))}
  </div>`;
}

function incidents(report: TrendReport): Html {
  const tables = trendTables(report);
  const levels = chartedSeverities(report);
  const bars = severityChart(report);
  return html`<div class="part">${tableHtml(tables.totals)}</div>
    <div class="part">
      <h3>By severity</h3>
      ${chart(bars)}
      ${bars &&
      html`<ul class="legend">
        ${levels.map(
          level =>
            html`<li>
              <svg width="12" height="12" aria-hidden="true">
                <rect class="fill-${level}" width="12" height="12" /></svg
              >${words(level)}
            </li>`,
        )}
      </ul>`}
      ${tableHtml(tables.severities)}
    </div>
    <div class="part">
      <h3>By category</h3>
      <p class="note">
        The wide bar is this period, the narrow one the period before.
      </p>
      ${chart(
        comparedChart(
          'Incidents by category',
          report.categories.map(({ category, ...counts }) => ({
            name: category ?? 'Not known',
            ...counts,
          })),
        ),
      )}
      ${tableHtml(tables.categories)}
    </div>`;
}

function tablePart(
  report: TrendReport,
  id: string,
  title: string,
  names: TrendTable[],
): ReportPart[] {
  const tables = trendTables(report);
  const filled = names.filter(name => tables[name].rows.length > 0);
  return filled.length === 0
    ? []
    : [
        {
          id,
          title,
          body: html`${filled.map(
            name => html`<div class="part">
              ${names.length > 1 && html`<h3>${tables[name].title}</h3>`}
              ${tableHtml(tables[name])}
            </div>`,
          )}`,
        },
      ];
}

function definitions(report: TrendReport): Html {
  return html`<dl>
    ${report.kpis.map(
      ({ name, definition }) =>
        html`<dt>${name}</dt>
          <dd>${definition}</dd>`,
    )}
  </dl>`;
}

function tableHtml({ title, columns, rows }: TrendTableData): Html {
  const shown = columns.flatMap((column, i) => (column === 'Unit' ? [] : [i]));
  const isNumber = (i: number) =>
    rows.some(row => typeof row[i] === 'number' || typeof row[i] === 'object');
  const classOf = (i: number) => (isNumber(i) ? 'number' : '');
  return html`<div
    class="scroll"
    role="region"
    aria-label="Table: ${title}"
    tabindex="0"
  >
    <table class="numbers">
      <thead>
        <tr>
          ${shown.map(
            i => html`<th scope="col" class="${classOf(i)}">${columns[i]}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          row =>
            html`<tr>
              ${shown.map(
                i => html`<td class="${classOf(i)}">${cellText(row[i])}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function chart(picture: SvgElement | undefined): Html | false {
  if (!picture) {
    return false;
  }
  const attributes = { ...picture.attributes, class: 'chart' };
  return trusted(serialize({ ...picture, attributes }));
}
