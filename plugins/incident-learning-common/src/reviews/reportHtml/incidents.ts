import type { Precision } from '../../incidents/vocabulary';
import { TimelinePhase, timelinePhases } from '../../analyses/timeline';
import {
  ReportIncident,
  entityName,
  formatDuration,
  incidentDurations,
  incidentTimes,
  words,
} from '../reportText';
import { Html, html } from './html';

/** The incidents with their figures and phases. */
export function incidentsHtml(incidents: ReportIncident[]): Html {
  return html`${incidents.map((incident, i) =>
    incidentHtml(incident, incidents.length > 1 ? i + 1 : undefined),
  )}`;
}

function incidentHtml(incident: ReportIncident, number?: number): Html {
  const facts = [incident.category, incident.attackVector].filter(Boolean);
  return html`<article class="card incident">
    <header>
      <h3>
        ${number &&
        html`<span class="number">${number}</span> `}${incident.title}
      </h3>
      <p class="badges">
        ${severityBadge(incident.severity)}
        <span class="badge">${words(incident.kind)}</span>
        <span class="badge">${words(incident.status)}</span>
      </p>
    </header>
    <dl class="figures">
      ${incidentDurations(incident).map(
        ({ label, text }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
    ${phasesHtml(
      timelinePhases(incident).filter(({ end }) => end !== 'closedAt'),
    )}
    <dl class="facts">
      ${incidentTimes(incident).map(
        ({ label, at, text }) =>
          html`<div>
            <dt>${label}</dt>
            <dd><time datetime="${at}">${text}</time></dd>
          </div>`,
      )}
      ${incident.entityRefs.length > 0 &&
      html`<div class="wide">
        <dt>Affected</dt>
        <dd>${entitiesHtml(incident.entityRefs)}</dd>
      </div>`}
      ${facts.length > 0 &&
      html`<div>
        <dt>Category</dt>
        <dd>${facts.join(' · ')}</dd>
      </div>`}
    </dl>
  </article>`;
}

/** Entities by name; the whole ref on hover. */
export function entitiesHtml(refs: string[]): Html {
  return html`${refs.map(
    (ref, i) =>
      html`${i > 0 && ', '}<span title="${ref}">${entityName(ref)}</span>`,
  )}`;
}

function severityBadge(severity: string): Html {
  return html`<span class="badge severity-${severity}"
    >${words(severity)} severity</span
  >`;
}

function phaseLength(ms: number | undefined, precision: Precision): string {
  if (ms === undefined) {
    return 'not known exactly';
  }
  return precision === 'exact'
    ? formatDuration(ms)
    : `about ${formatDuration(ms)}`;
}

/** The least share of the bar that a phase takes, so that a short one is seen beside a long one. */
const LEAST_SHARE = 0.04;

function phasesHtml(phases: TimelinePhase[]): Html | undefined {
  const known = phases.filter(({ durationMs }) => durationMs !== undefined);
  if (known.length === 0) {
    return undefined;
  }
  const { shares, stretched } = sharesOf(
    known.map(each => each.durationMs ?? 0),
  );
  let x = 0;
  const bars = shares.map((share, i) => {
    const left = x;
    x += share;
    return html`<rect
      class="phase-${known[i].end}"
      x="${percent(left)}"
      width="${percent(share)}"
      height="14"
    />`;
  });
  return html`<figure class="phases">
    <svg
      width="100%"
      height="14"
      role="img"
      aria-label="Phases by their length; the list below has the figures"
    >
      ${bars}
    </svg>
    <ul>
      ${phases.map(
        ({ label, end, durationMs, precision }) =>
          html`<li>
            <svg class="key" width="10" height="10" aria-hidden="true">
              <rect class="phase-${end}" width="10" height="10" rx="2" /></svg
            >${label}
            <b>${phaseLength(durationMs, precision)}</b>
          </li>`,
      )}
    </ul>
    ${stretched &&
    html`<figcaption>Short phases are drawn wider than they were.</figcaption>`}
  </figure>`;
}

function sharesOf(durations: number[]): {
  shares: number[];
  stretched: boolean;
} {
  const total = durations.reduce((sum, ms) => sum + ms, 0);
  const raw = durations.map(ms =>
    total > 0 ? ms / total : 1 / durations.length,
  );
  const raised = raw.map(share => Math.max(share, LEAST_SHARE));
  const sum = raised.reduce((all, share) => all + share, 0);
  return {
    shares: raised.map(share => share / sum),
    stretched: raw.some(share => share < LEAST_SHARE),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
