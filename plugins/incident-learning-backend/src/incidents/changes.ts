import {
  Incident,
  IncidentChange,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { StoredRecord } from '../database';
import { StoredIncident, contentOf } from './incidentRows';

type Change = IncidentChange['changes'][number];

/**
 * Which fields differ, each with its value before and after.
 *
 * @param except - fields that the machine keeps, of which a history says nothing
 */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  except: readonly (keyof T)[] = [],
): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: Change[] = [];
  for (const path of fields as Set<keyof T & string>) {
    const from = before[path];
    const to = after[path];
    if (!except.includes(path) && canonicalJson(from) !== canonicalJson(to)) {
      changes.push({ path, from, to });
    }
  }
  return changes;
}

/** JSON whose keys are in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, item) =>
      item && typeof item === 'object' && !Array.isArray(item)
        ? Object.fromEntries(
            Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : item,
    ) ?? ''
  );
}

/** One row of an incident's history. */
export function historyOf(
  incident: Incident | StoredIncident,
  entry: Pick<IncidentChange, 'at' | 'by' | 'operation' | 'changes'>,
): IncidentChange {
  return {
    id: uuid(),
    incidentId: incident.id,
    revision: incident.revision,
    ...entry,
  };
}

/** The first line of every history; it needs no row, since the record itself tells it. */
export function creationOf({ id, createdAt, createdBy }: StoredRecord) {
  return {
    id,
    revision: 1,
    at: createdAt,
    by: createdBy,
    operation: 'created' as const,
    changes: [],
  };
}

/** All that a deleted incident said. */
export function removalOf(incident: Incident): Change[] {
  return changesBetween(contentOf(incident), {} as IncidentContent);
}
