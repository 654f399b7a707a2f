import { serialize } from '../../analyses/diagrams/element';
import { drawAnalysis } from '../../analyses/diagrams/renderAnalysisSvg';
import type { Report } from '../report';
import { ReportEvent, formatMoment, reportEvents, words } from '../reportText';
import { Html, html, trusted } from './html';

/** What happened when, by day. */
export function timelineHtml(report: Report): Html {
  const days = new Map<string, ReportEvent[]>();
  for (const event of reportEvents(report)) {
    const day = formatMoment(event.at, 'day');
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return html`<table class="timeline">
    <thead>
      <tr>
        <th scope="col">UTC</th>
        <th scope="col">What happened</th>
      </tr>
    </thead>
    ${[...days].map(
      ([day, events]) => html`<tbody>
        <tr class="day">
          <th colspan="2" scope="rowgroup">${day}</th>
        </tr>
        ${events.map(eventHtml)}
      </tbody>`,
    )}
  </table>`;
}

function eventHtml(event: ReportEvent): Html {
  const { at, kind, action, source, incident } = event;
  return html`<tr>
    <td><time datetime="${at}">${clock(at)}</time></td>
    <td>
      ${kind && html`<span class="badge">${words(kind)}</span> `}<span
        class="plain"
        >${event.event}</span
      >
      ${action && html`<div class="plain action">→ ${action}</div>`}
      ${(source || incident) &&
      html`<div class="note">
        ${source && html`<span>Source: ${source}</span> `}${incident &&
        html`<span>Incident&nbsp;${incident}</span>`}
      </div>`}
    </td>
  </tr>`;
}

/** The time of day; seconds only where there are some. */
function clock(at: string): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) {
    return at;
  }
  const time = new Date(ms).toISOString();
  return time.slice(17, 19) === '00' ? time.slice(11, 16) : time.slice(11, 19);
}

/** The analyses as pictures, drawn for light and for dark. */
export function analysesHtml({ analyses, incidents }: Report): Html {
  const times = incidents.length === 1 ? incidents[0] : undefined;
  return html`${analyses.map(({ title, analysis }, i) => {
    const draw = (theme: 'light' | 'dark') => {
      const picture = drawAnalysis(analysis, {
        theme,
        times,
        title,
        idPrefix: `analysis-${i}-${theme}`,
      });
      return html`<div
        class="on-${theme}"
        style="--natural: ${picture.attributes.width}px"
      >
        ${trusted(serialize(picture))}
      </div>`;
    };
    return html`<figure class="analysis">
      <figcaption>
        <h3>${title}</h3>
        <span class="badge">${words(analysis.kind)}</span>
      </figcaption>
      <div
        class="scroll"
        role="region"
        aria-label="Picture of analysis ${i + 1}"
        tabindex="0"
      >
        ${draw('light')} ${draw('dark')}
      </div>
    </figure>`;
  })}`;
}
