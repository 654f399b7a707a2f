import { parseEntityRef } from '@backstage/catalog-model';
import { formatSpan } from '../analyses/diagrams/format';
import type { Precision } from '../incidents/vocabulary';
import type { Report } from './report';

/** One incident of a report. */
export type ReportIncident = Report['incidents'][number];

/** One event of the timeline of a whole report. */
export interface ReportEvent {
  at: string;
  kind?: string;
  event: string;
  action?: string;
  source?: string;
  /** The number of its incident from 1, where there are several. */
  incident?: number;
}

const FORMATS: Record<Precision, Intl.DateTimeFormatOptions> = {
  exact: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

const FORMATTERS = Object.fromEntries(
  Object.entries(FORMATS).map(([precision, options]) => [
    precision,
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }),
  ]),
) as Record<Precision, Intl.DateTimeFormat>;

/** A time in UTC, as finely as it is known: `17 May 2024, 09:30 UTC`, `17 May 2024`, `May 2024` or `2024`. */
export function formatMoment(
  at: string,
  precision: Precision = 'exact',
): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) {
    return at;
  }
  const text = FORMATTERS[precision].format(ms);
  return precision === 'exact' ? `${text} UTC` : text;
}

/** A duration in words with units; says so where there is none, or where times are out of order. */
export function formatDuration(ms: number | undefined): string {
  if (ms === undefined) {
    return 'Not known';
  }
  return ms < 0 ? 'Times out of order' : formatSpan(ms);
}

/** An entity as people call it: its name, and its namespace where that is not the default. */
export function entityName(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}

/** `in-progress` as `In progress`. */
export function words(value: string): string {
  const text = value.replace(/[-_]+/g, ' ');
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** `1 lesson`, `2 lessons`. */
export function countOf(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

/** The events of all incidents by time; those of one moment stay in the order in which they were written. */
export function reportEvents({ incidents }: Report): ReportEvent[] {
  return incidents
    .flatMap(({ timeline }, i) =>
      timeline.map(event => ({
        ...event,
        ...(incidents.length > 1 && { incident: i + 1 }),
      })),
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const PARTS: Record<string, string> = {
  title: 'Title',
  facilitator: 'Facilitator',
  participants: 'Participants',
  incidents: 'Incidents',
  sections: 'Sections',
  timeline: 'Timeline',
  rootCauses: 'Root causes',
  analyses: 'Analyses',
  lessons: 'Lessons',
  actions: 'Actions',
};

/** What a changed part is called, such as `Impact` for `sections.impact`. */
export function changedPart(path: string, report: Report): string {
  const [part, id] = path.split('.', 2);
  const section =
    part === 'sections' && id
      ? report.sections.find(each => each.id === id)?.title
      : undefined;
  return section ?? PARTS[part] ?? words(id ?? part);
}

const TIMES = [
  ['occurredAt', 'Occurred'],
  ['detectedAt', 'Detected'],
  ['declaredAt', 'Declared'],
  ['containedAt', 'Contained'],
  ['resolvedAt', 'Resolved'],
  ['closedAt', 'Closed'],
] as const;

/** The times of an incident by name, as far as they are known. */
export function incidentTimes(
  incident: ReportIncident,
): { label: string; at: string; text: string }[] {
  return TIMES.flatMap(([time, label]) => {
    const at = incident[time];
    return at
      ? [{ label, at, text: formatMoment(at, incident.precision[time]) }]
      : [];
  });
}

/** How long it took to detect, contain and resolve, in milliseconds. */
export function incidentDurations(
  incident: ReportIncident,
): { label: string; text: string }[] {
  return [
    { label: 'Time to detect', text: formatDuration(incident.timeToDetectMs) },
    {
      label: 'Time to contain',
      text: formatDuration(incident.timeToContainMs),
    },
    {
      label: 'Time to resolve',
      text: formatDuration(incident.timeToResolveMs),
    },
  ];
}
