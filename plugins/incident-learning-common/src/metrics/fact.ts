import type { Precision, Severity } from '../incidents/vocabulary';

/** What a series needs to know of anything that it counts. @public */
export interface DatedFact {
  /** Epoch milliseconds of the time by which it belongs to a period. */
  at: number;
  precision: Precision;
}

/** What the numbers need to know of one incident; drills are never among them. @public */
export interface MetricFact extends DatedFact {
  severity: Severity;
  /** Milliseconds; absent where not known, negative where the times contradict each other. */
  timeToDetectMs?: number;
  timeToContainMs?: number;
  timeToResolveMs?: number;
  /** Whether it repeats an earlier incident: suspected or confirmed, not rejected. */
  repeat: boolean;
}
