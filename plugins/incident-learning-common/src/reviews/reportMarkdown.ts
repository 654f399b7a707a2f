import { timelinePhases } from '../analyses/timeline';
import {
  containMarkdown,
  escapeMarkdown,
  markdownLink,
  tableLines,
} from './markdownSource';
import { analysesMarkdown } from './analysesMarkdown';
import type { Report } from './report';
import {
  ReportIncident,
  changedPart,
  entityName,
  formatDuration,
  formatMoment,
  incidentDurations,
  incidentTimes,
  reportEvents,
  words,
} from './reportText';

const text = escapeMarkdown;

/**
 * A published report as Markdown: CommonMark with tables, times in UTC. Whatever people wrote stays in its place: their
 * headings go below those of the report, and HTML becomes text.
 *
 * @public
 */
export function renderReportMarkdown(report: Report): string {
  const { incidents, sections } = report;
  const written = sections.filter(each => each.text.trim() !== '');
  const section = ({ title, text: body }: Report['sections'][number]) => [
    `## ${text(title)}`,
    containMarkdown(body, 2),
  ];
  const blocks = [
    `# ${text(report.title)}`,
    ...head(report),
    ...written.filter(({ id }) => id === 'summary').flatMap(section),
    incidents.length > 1 ? '## Incidents' : '## Incident',
    ...incidents.flatMap(incident),
    ...written.filter(({ id }) => id !== 'summary').flatMap(section),
    ...timeline(report),
    ...analysesMarkdown(report),
    ...rootCauses(report),
    ...lessons(report),
    ...actions(report),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function table(titles: string[], rows: string[][]): string {
  return tableLines(titles, rows).join('\n');
}

function list(items: string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

function head(report: Report): string[] {
  const { version, facilitator, participants, amendReason, changed } = report;
  const people = participants.map(
    ({ role, entityRef }) => `${text(entityName(entityRef))} (${text(role)})`,
  );
  const parts = [...new Set(changed.map(path => changedPart(path, report)))];
  return [
    list([
      `**Published:** ${formatMoment(report.publishedAt)} by ${text(
        entityName(report.publishedBy),
      )}`,
      `**Version:** ${version}`,
      ...(facilitator
        ? [`**Facilitator:** ${text(entityName(facilitator))}`]
        : []),
      ...(people.length > 0 ? [`**Participants:** ${people.join(', ')}`] : []),
      ...(amendReason ? [`**Why it was amended:** ${text(amendReason)}`] : []),
      ...(parts.length > 0
        ? [`**Changed:** ${parts.map(text).join(', ')}`]
        : []),
    ]),
  ];
}

function incident(each: ReportIncident): string[] {
  const phases = timelinePhases(each).filter(({ end }) => end !== 'closedAt');
  return [
    `### ${text(each.title)}`,
    list([
      `**Severity:** ${each.severity}`,
      `**Kind:** ${each.kind}`,
      `**Status:** ${each.status}`,
      ...(each.category ? [`**Category:** ${text(each.category)}`] : []),
      ...(each.attackVector ? [`**Vector:** ${text(each.attackVector)}`] : []),
      ...(each.entityRefs.length > 0
        ? [
            `**Affected:** ${each.entityRefs
              .map(entityName)
              .map(text)
              .join(', ')}`,
          ]
        : []),
      ...incidentDurations(each).map(row => `**${row.label}:** ${row.text}`),
    ]),
    table(
      ['Time', 'At'],
      incidentTimes(each).map(row => [row.label, text(row.text)]),
    ),
    phases.length > 0
      ? table(
          ['Phase', 'From', 'To', 'Duration'],
          phases.map(
            ({ label, start, end, from, to, durationMs, precision }) => [
              label,
              formatMoment(from, each.precision[start]),
              formatMoment(to, each.precision[end]),
              `${
                precision === 'exact' || durationMs === undefined
                  ? ''
                  : 'about '
              }${formatDuration(durationMs)}`,
            ],
          ),
        )
      : '',
  ];
}

function timeline(report: Report): string[] {
  const events = reportEvents(report);
  const several = report.incidents.length > 1;
  return events.length === 0
    ? []
    : [
        '## Timeline',
        table(
          [
            'Time',
            'Kind',
            'Event',
            'Action',
            'Source',
            ...(several ? ['Incident'] : []),
          ],
          events.map(
            ({ at, kind, event, action, source, incident: number }) => [
              formatMoment(at),
              text(kind ?? ''),
              text(event),
              text(action ?? ''),
              text(source ?? ''),
              ...(several
                ? [text(report.incidents[(number ?? 1) - 1].title)]
                : []),
            ],
          ),
        ),
      ];
}

function rootCauses({ rootCauses: causes }: Report): string[] {
  return causes.length === 0
    ? []
    : [
        '## Root causes',
        table(
          ['Cause', 'Type', 'Role', 'Factors', 'Evidence'],
          causes.map(({ statement, type, role, factors, evidence }) => [
            text(statement),
            type,
            role,
            factors.map(text).join('; '),
            evidence
              .map(each =>
                each.url ? markdownLink(each.text, each.url) : text(each.text),
              )
              .join('; '),
          ]),
        ),
      ];
}

function lessons({ lessons: learned }: Report): string[] {
  return learned.length === 0
    ? []
    : [
        '## Lessons',
        table(
          [
            '#',
            'Lesson',
            'Type',
            'Priority',
            'Category',
            'Owner',
            'Applies to',
            'Tags',
          ],
          learned.map((lesson, i) => [
            String(i + 1),
            text(lesson.statement),
            lesson.type,
            lesson.priority,
            text(lesson.category ?? ''),
            text(lesson.owner ? entityName(lesson.owner) : ''),
            lesson.appliesTo.map(entityName).map(text).join(', '),
            lesson.tags.map(text).join(', '),
          ]),
        ),
        ...learned.flatMap(({ statement, detail }, i) =>
          detail?.trim()
            ? [
                `### Lesson ${i + 1}: ${text(statement)}`,
                containMarkdown(detail, 3),
              ]
            : [],
        ),
      ];
}

function actions({ actions: all, publishedAt }: Report): string[] {
  return all.length === 0
    ? []
    : [
        '## Actions',
        `As of ${formatMoment(publishedAt)}, when this version was published.`,
        table(
          ['#', 'Action', 'Kind', 'Owner', 'Due', 'Priority', 'Status'],
          all.map((action, i) => [
            String(i + 1),
            action.externalLink
              ? markdownLink(action.title, action.externalLink)
              : text(action.title),
            action.kind,
            text(action.owner ? entityName(action.owner) : ''),
            action.dueDate ? formatMoment(action.dueDate, 'day') : '',
            action.priority,
            words(action.status).toLocaleLowerCase('en'),
          ]),
        ),
        ...all.flatMap(({ title, description, successCriteria }, i) => {
          const parts = [
            ...(description?.trim() ? [containMarkdown(description, 3)] : []),
            ...(successCriteria?.trim()
              ? ['**Done when**', containMarkdown(successCriteria, 3)]
              : []),
          ];
          return parts.length > 0
            ? [`### Action ${i + 1}: ${text(title)}`, ...parts]
            : [];
        }),
      ];
}
