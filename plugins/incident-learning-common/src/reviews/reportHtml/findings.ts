import type { Action } from '../../actions/schema';
import type { Lesson } from '../../lessons/schema';
import type { Report } from '../report';
import { RootCause } from '../schema';
import { entityName, formatMoment, words } from '../reportText';
import { Html, html } from './html';
import { entitiesHtml } from './incidents';
import { externalLink, markdownHtml } from './markdownHtml';

/** The root causes, primary ones first. */
export function causesHtml({ rootCauses, analyses }: Report): Html {
  const titles = new Map(analyses.map(({ id, title }) => [id, title]));
  const ordered = [
    ...rootCauses.filter(({ role }) => role === 'primary'),
    ...rootCauses.filter(({ role }) => role !== 'primary'),
  ];
  return html`<ol class="cards">
    ${ordered.map(cause => causeHtml(cause, titles))}
  </ol>`;
}

function causeHtml(cause: RootCause, titles: Map<string, string>): Html {
  const analysis = cause.from && titles.get(cause.from.analysisId);
  return html`<li class="card">
    <p class="badges">
      <span class="badge ${cause.role}">${words(cause.role)}</span>
      <span class="badge">${words(cause.type)}</span>
    </p>
    <h3>${cause.statement}</h3>
    ${cause.factors.length > 0 &&
    html`<p class="note"><b>Factors</b> ${cause.factors.join(' · ')}</p>`}
    ${cause.evidence.length > 0 &&
    html`<div class="evidence">
      <b>Evidence</b>
      <ul>
        ${cause.evidence.map(
          ({ text, url }) =>
            html`<li>${url ? externalLink(url, text) : text}</li>`,
        )}
      </ul>
    </div>`}
    ${analysis && html`<p class="note"><b>Found in</b> ${analysis}</p>`}
  </li>`;
}

/** The lessons with what they apply to. */
export function lessonsHtml(lessons: Lesson[]): Html {
  return html`<ol class="cards">
    ${lessons.map(lessonHtml)}
  </ol>`;
}

function lessonHtml(lesson: Lesson): Html {
  const notes: [string, Html | string | undefined][] = [
    ['Category', lesson.category],
    [
      'Applies to',
      lesson.appliesTo.length > 0 ? entitiesHtml(lesson.appliesTo) : undefined,
    ],
    ['Owner', lesson.owner && entityName(lesson.owner)],
    ['Tags', lesson.tags.join(', ')],
  ];
  return html`<li class="card">
    <p class="badges">
      <span class="badge priority-${lesson.priority}"
        >${words(lesson.priority)} priority</span
      >
      <span class="badge">${words(lesson.type)}</span>
    </p>
    <h3>${lesson.statement}</h3>
    ${lesson.detail && markdownHtml(lesson.detail, 3)}
    <p class="note">
      ${notes
        .filter(([, value]) => value)
        .map(([label, value]) => html`<span><b>${label}</b> ${value}</span> `)}
    </p>
  </li>`;
}

/** The actions as they stood when the report was published. */
export function actionsHtml({ actions, publishedAt }: Report): Html {
  return html`<p class="lead">
      As of ${formatMoment(publishedAt)}, when this version was published.
    </p>
    <table class="stacks" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Action</th>
          <th role="columnheader" scope="col">Owner</th>
          <th role="columnheader" scope="col">Due</th>
          <th role="columnheader" scope="col">Priority</th>
          <th role="columnheader" scope="col">Status</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${actions.map(actionHtml)}
      </tbody>
    </table>`;
}

function actionHtml(action: Action): Html {
  const { owner, dueDate } = action;
  return html`<tr role="row">
    <td role="cell">
      <h3>${action.title}</h3>
      <p class="note">
        <span
          >${words(action.kind)}${action.category &&
          ` · ${action.category}`}</span
        >${action.externalLink &&
        html` <span
          >${externalLink(action.externalLink, 'Where it is tracked')}</span
        >`}
      </p>
      ${action.description && markdownHtml(action.description, 3)}
      ${action.successCriteria &&
      html`<div class="success">
        <b>Done when</b> ${markdownHtml(action.successCriteria, 3)}
      </div>`}
    </td>
    <td role="cell" data-label="Owner">
      ${owner ? html`<span title="${owner}">${entityName(owner)}</span>` : '–'}
    </td>
    <td role="cell" data-label="Due">
      ${dueDate ? formatMoment(dueDate, 'day') : '–'}
    </td>
    <td role="cell" data-label="Priority">${words(action.priority)}</td>
    <td role="cell" data-label="Status">
      <span class="badge status-${action.status}">${words(action.status)}</span>
    </td>
  </tr>`;
}
