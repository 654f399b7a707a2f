import type { Report } from '../report';
import {
  changedPart,
  countOf,
  entityName,
  formatMoment,
  words,
} from '../reportText';
import { analysesHtml, timelineHtml } from './course';
import { actionsHtml, causesHtml, lessonsHtml } from './findings';
import { Html, html } from './html';
import { incidentsHtml } from './incidents';
import { markdownHtml } from './markdownHtml';
import { ReportPart, reportPage } from './page';

/**
 * A published report as one HTML file that opens without a server: no script, nothing loaded from elsewhere, light and
 * dark by the reader's system, and a print style for A4. Whatever people wrote is escaped; in Markdown, HTML is text
 * and links lead to the web or mail only.
 *
 * @public
 */
export function renderReportHtml(report: Report): string {
  return reportPage({
    title: report.title,
    kicker: 'Post-incident review',
    meta: metaHtml(report),
    before: amendmentHtml(report),
    parts: partsOf(report),
    footer: html`Version ${report.version} of this report, published
    ${formatMoment(report.publishedAt)}. It is a snapshot and does not change;
    times are in UTC.`,
  });
}

/** The parts in the order in which they are read; empty ones are left out. */
function partsOf(report: Report): ReportPart[] {
  const written = report.sections
    .map(({ id, title, text }, i) => ({ id, i, title, text }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, i, title, text }) => ({
      opens: id === 'summary',
      part: { id: `section-${i}`, title, body: markdownHtml(text) },
    }));
  const { incidents, rootCauses, analyses, lessons, actions } = report;
  const part = (id: string, title: string, body: () => Html, n: number) =>
    n > 0 ? [{ id, title, body: body() }] : [];
  return [
    ...written.filter(({ opens }) => opens).map(each => each.part),
    ...part(
      'incidents',
      incidents.length === 1 ? 'Incident' : 'Incidents',
      () => incidentsHtml(incidents),
      incidents.length,
    ),
    ...written.filter(({ opens }) => !opens).map(each => each.part),
    ...part(
      'timeline',
      'Timeline',
      () => timelineHtml(report),
      incidents.reduce((n, { timeline }) => n + timeline.length, 0),
    ),
    ...part(
      'analyses',
      'Analyses',
      () => analysesHtml(report),
      analyses.length,
    ),
    ...part(
      'root-causes',
      'Root causes',
      () => causesHtml(report),
      rootCauses.length,
    ),
    ...part('lessons', 'Lessons', () => lessonsHtml(lessons), lessons.length),
    ...part('actions', 'Actions', () => actionsHtml(report), actions.length),
  ];
}

function metaHtml(report: Report): Html {
  const { facilitator, participants, rootCauses, lessons, actions } = report;
  return html`<dl class="meta">
    <div>
      <dt>Published</dt>
      <dd>
        <time datetime="${report.publishedAt}"
          >${formatMoment(report.publishedAt)}</time
        >
        by ${personHtml(report.publishedBy)}
      </dd>
    </div>
    <div>
      <dt>Version</dt>
      <dd>${report.version}</dd>
    </div>
    ${facilitator &&
    html`<div>
      <dt>Facilitator</dt>
      <dd>${personHtml(facilitator)}</dd>
    </div>`}
    ${participants.length > 0 &&
    html`<div>
      <dt>Participants</dt>
      <dd>
        ${participants.map(
          ({ role, entityRef }, i) =>
            html`${i > 0 && ', '}${personHtml(entityRef)}
              <span class="role"
                >(${words(role).toLocaleLowerCase('en')})</span
              >`,
        )}
      </dd>
    </div>`}
    <div>
      <dt>Found</dt>
      <dd>
        ${[
          countOf(rootCauses.length, 'root cause'),
          countOf(lessons.length, 'lesson'),
          countOf(actions.length, 'action'),
        ].join(' · ')}
      </dd>
    </div>
  </dl>`;
}

function personHtml(ref: string): Html {
  return html`<span title="${ref}">${entityName(ref)}</span>`;
}

function amendmentHtml(report: Report): Html | undefined {
  const { version, amendReason, changed } = report;
  if (version <= 1 && !amendReason && changed.length === 0) {
    return undefined;
  }
  const parts = [...new Set(changed.map(path => changedPart(path, report)))];
  return html`<aside class="amended" aria-label="What changed">
    <p>
      <b>Version ${version} amends the one before.</b>
      <span class="plain">${amendReason}</span>
    </p>
    ${parts.length > 0 &&
    html`<p class="note"><b>Changed</b> ${parts.join(' · ')}</p>`}
  </aside>`;
}
