import type { ConfigApi } from '@backstage/core-plugin-api';
import {
  AnalysisKind,
  AnalysisRecordInput,
  FISHBONE_CATEGORIES,
  Incident,
  IncidentTime,
  TimelineAnalysisEvent,
  TimelineKind,
  fishboneCategoriesSchema,
  importTimeline,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { newNodeId } from './outline';
import { KIND_WORDS } from './words';

type Subject = Pick<Incident, 'id' | 'title' | 'timeline'> & Partial<Incident>;

const TIME_EVENTS: [IncidentTime, TimelineKind, string][] = [
  ['occurredAt', 'symptom', 'The incident began'],
  ['detectedAt', 'detection', 'The incident was detected'],
  ['declaredAt', 'communication', 'The incident was declared'],
  ['containedAt', 'action', 'The incident was contained'],
  ['resolvedAt', 'recovery', 'The incident was resolved'],
];

/** A new analysis of incidents, begun with what is known of them. */
export function newAnalysis(
  kind: AnalysisKind,
  incidents: Subject[],
  categories: readonly string[] = FISHBONE_CATEGORIES,
): AnalysisRecordInput {
  const subject =
    incidents.map(({ title }) => title).join('; ') || 'What happened';
  const title = KIND_WORDS[kind];
  switch (kind) {
    case 'five-whys':
      return {
        title,
        analysis: { kind, problem: clip(subject, 1000), nodes: [] },
      };
    case 'fishbone':
      return {
        title,
        analysis: {
          kind,
          effect: clip(subject, 1000),
          categories: [...categories],
          causes: [],
        },
      };
    case 'fault-tree':
      return {
        title,
        analysis: {
          kind,
          topEvent: 'top',
          nodes: [
            { type: 'or', id: 'top', label: clip(subject, 500), children: [] },
          ],
        },
      };
    default:
      return { title, analysis: { kind, events: eventsOf(incidents) } };
  }
}

const CATEGORIES_KEY = 'incidentLearning.reviews.fishboneCategories';

/**
 * What a new fishbone asks about.
 *
 * @throws Error that names the setting where it is wrong
 */
export function fishboneCategoriesOf(config: ConfigApi): readonly string[] {
  const configured = config.getOptionalStringArray(CATEGORIES_KEY);
  const parsed = fishboneCategoriesSchema.safeParse(
    configured ?? [...FISHBONE_CATEGORIES],
  );
  if (!parsed.success) {
    throw new Error(
      `The setting ${CATEGORIES_KEY} ${parsed.error.issues[0].message}`,
    );
  }
  return parsed.data;
}

/** The events of incidents: their own timelines, else their known times. */
export function eventsOf(incidents: Subject[]): TimelineAnalysisEvent[] {
  return incidents
    .flatMap(incident =>
      incident.timeline.length > 0
        ? importTimeline(incident, newNodeId)
        : timesOf(incident),
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function timesOf(incident: Subject): TimelineAnalysisEvent[] {
  return TIME_EVENTS.flatMap(([time, kind, text]) => {
    const at = incident[time];
    const precision = incident.precision?.[time];
    return at
      ? [
          {
            id: newNodeId(),
            at,
            ...(precision && { precision }),
            kind,
            text,
            evidence: [],
            cause: false,
          },
        ]
      : [];
  });
}

function clip(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
