import type {
  ImportProblem,
  IncidentInput,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isRecord, JsonObject } from './json';
import { VerisEntities, victimIdOf } from './verisEntities';
import { readTimes } from './verisTimes';
import { firstSentence, titleOf } from './verisTitle';

/** What becomes of a VERIS record. */
export type VerisIncident =
  | { incident: IncidentInput; problems?: ImportProblem[] }
  | { problems: ImportProblem[] };

const SEVERITIES: Record<string, Severity> = {
  Insignificant: 'low',
  Distracting: 'low',
  Painful: 'medium',
  Damaging: 'high',
  Catastrophic: 'critical',
  Unknown: 'unknown',
};

/** As many characters as the incident's own fields take. */
const MAX_PATTERN_LENGTH = 200;
const MAX_SUMMARY_LENGTH = 100_000;
const MAX_LINKS = 100;
const MAX_URL_LENGTH = 2000;

/**
 * Maps a VERIS 1.3 record to an incident. What is malformed is warned of and kept in `sourceData`, with all that an
 * incident has no field for; only a record without an id is rejected.
 */
export function toIncident(
  record: JsonObject,
  entities: VerisEntities,
): VerisIncident {
  const {
    incident_id: id,
    summary,
    reference,
    timeline,
    ...sourceData
  } = record;
  if (typeof id !== 'string' || id.trim() === '') {
    const message =
      'is missing, and without it the record cannot be recognized again: give it an id of its own';
    return { problems: [{ path: 'incident_id', message }] };
  }
  const problems: ImportProblem[] = [];
  const { times, rest } = readTimes(timeline, problems);
  if (Object.keys(rest).length > 0) {
    sourceData.timeline = rest;
  }
  const { links, isComplete } = readLinks(reference);
  if (!isComplete) {
    sourceData.reference = reference;
  }
  const text = readSummary(summary ?? undefined, problems);
  if (text !== (summary ?? undefined)) {
    sourceData.summary = summary;
  }
  const actions = readActions(record.action, problems);
  const incident: IncidentInput = {
    title:
      text && /[\p{L}\p{N}]/u.test(text)
        ? firstSentence(text)
        : titleOf(actions, victimIdOf(record)),
    ...(text && { summary: text }),
    kind: 'security',
    status: 'closed',
    severity: readSeverity(record.impact, problems),
    ...readPattern(actions),
    entityRefs: entities.refsOf(record, problems),
    ...times,
    source: { system: 'veris', id },
    links,
    sourceData,
  };
  return problems.length > 0 ? { incident, problems } : { incident };
}

function readSummary(
  summary: unknown,
  warnings: ImportProblem[],
): string | undefined {
  if (summary !== undefined && typeof summary !== 'string') {
    warnings.push({ path: 'summary', message: 'is no text: correct it' });
    return undefined;
  }
  if (!summary || summary.length <= MAX_SUMMARY_LENGTH) {
    return summary;
  }
  const message = `is longer than ${MAX_SUMMARY_LENGTH} characters and cut there; the source data has all of it`;
  warnings.push({ path: 'summary', message });
  // The cut must not leave half of a surrogate pair.
  return summary.slice(0, MAX_SUMMARY_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** A separator within an address belongs to it. */
const BETWEEN_LINKS = /\s+|[;,]+(?=\s|$|https?:)/i;

function readLinks(reference: unknown): {
  links: { url: string }[];
  isComplete: boolean;
} {
  if (typeof reference !== 'string') {
    const isComplete = reference === undefined || reference === null;
    return { links: [], isComplete };
  }
  const parts = reference.split(BETWEEN_LINKS).filter(Boolean);
  const urls = parts.filter(
    part => /^https?:\/\/\S/i.test(part) && part.length <= MAX_URL_LENGTH,
  );
  const distinct = [...new Set(urls)].slice(0, MAX_LINKS);
  return {
    links: distinct.map(url => ({ url })),
    isComplete: urls.length === parts.length && urls.length <= MAX_LINKS,
  };
}

interface Action {
  name: string;
  varieties: string[];
  vectors: string[];
}

function readActions(action: unknown, warnings: ImportProblem[]): Action[] {
  if (!isRecord(action)) {
    if (action !== undefined) {
      const message = 'is no object, so the category is not known: correct it';
      warnings.push({ path: 'action', message });
    }
    return [];
  }
  return Object.keys(action)
    .sort()
    .map(name => ({
      name,
      varieties: readNames(action, name, 'variety', warnings),
      vectors: readNames(action, name, 'vector', warnings),
    }));
}

/** The known values of an enumeration of an action. */
function readNames(
  action: JsonObject,
  name: string,
  key: string,
  warnings: ImportProblem[],
): string[] {
  const details = action[name];
  const values = isRecord(details) ? details[key] : undefined;
  if (values === undefined) {
    return [];
  }
  if (
    !Array.isArray(values) ||
    !values.every(value => typeof value === 'string')
  ) {
    const message = 'is no list of texts, so it is left out: correct it';
    warnings.push({ path: `action.${name}.${key}`, message });
    return [];
  }
  return values.filter(value => value !== 'Unknown');
}

function readPattern(actions: Action[]) {
  const category = join(actions.map(({ name }) => name));
  const vectors = actions.flatMap(action => action.vectors);
  const attackVector = join([...new Set(vectors)].sort());
  return {
    ...(category && { category }),
    ...(attackVector && { attackVector }),
  };
}

function join(names: string[]): string {
  let joined = '';
  for (const name of names.filter(Boolean)) {
    const longer = joined ? `${joined}+${name}` : name;
    if (longer.length <= MAX_PATTERN_LENGTH) {
      joined = longer;
    }
  }
  return joined;
}

function readSeverity(impact: unknown, warnings: ImportProblem[]): Severity {
  const rating = isRecord(impact) ? impact.overall_rating : undefined;
  if (rating === undefined || rating === null) {
    return 'unknown';
  }
  if (typeof rating === 'string' && Object.hasOwn(SEVERITIES, rating)) {
    return SEVERITIES[rating];
  }
  const message = `is none of ${Object.keys(SEVERITIES).join(
    ', ',
  )}, so the severity is not known: correct it`;
  warnings.push({ path: 'impact.overall_rating', message });
  return 'unknown';
}
