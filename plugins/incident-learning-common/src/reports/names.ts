import type { FindingCode } from '../incidents/vocabulary';
import { entityName, words } from '../reviews/reportText';

/** Entities as people call them: `checkout, ledger and gateway`. */
export function namesOf(entityRefs: string[]): string {
  const names = entityRefs.map(entityName);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

const FIELDS: Record<string, string> = {
  occurredAt: 'when they occurred',
  detectedAt: 'when they were detected',
  declaredAt: 'when they were declared',
  containedAt: 'when they were contained',
  resolvedAt: 'when they were resolved',
  closedAt: 'when they were closed',
};

const DURATIONS: Record<string, string> = {
  timeToDetectMs: 'time to detect',
  timeToContainMs: 'time to contain',
  timeToResolveMs: 'time to resolve',
};

/** What incidents with a finding of data quality suffer from, after their number. */
export function describeFlaw(code: FindingCode, path: string): string {
  const field = FIELDS[path] ?? path;
  switch (code) {
    case 'missing':
      return `do not tell ${field}`;
    case 'negative':
      return `have a negative ${DURATIONS[path] ?? path}`;
    case 'out-of-order':
      return `tell ${field} before an earlier step`;
    case 'in-the-future':
      return `tell ${field} as a time in the future`;
    default:
      return `know ${field} only to the month or year`;
  }
}

/** A short heading for a finding of data quality. */
export function flawTitle(code: FindingCode, path: string): string {
  const field =
    DURATIONS[path] ?? FIELDS[path]?.replace('they were ', '') ?? path;
  return `${words(code)}: ${field}`;
}
