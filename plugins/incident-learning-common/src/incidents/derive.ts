import { findDataQuality } from './dataQuality';
import type { DataQualityFinding, IncidentContent } from './schema';
import type { Precision } from './vocabulary';

/** What is computed from an incident and never typed in. @public */
export interface DerivedIncident {
  /** The time by which the incident belongs to a period. */
  periodAt: string;
  periodPrecision: Precision;
  timeToDetectMs?: number;
  timeToContainMs?: number;
  timeToResolveMs?: number;
  signature: string;
  dataQuality: DataQualityFinding[];
}

/**
 * Derives durations, period, signature and data-quality findings.
 *
 * @param incident - the content of the incident
 * @param context - `createdAt`, the last resort for the period; `now`, against which times are in the future
 * @public
 */
export function deriveIncident(
  incident: IncidentContent,
  context: { createdAt: string; now: string },
): DerivedIncident {
  const durations = deriveDurations(incident);
  return {
    ...periodOf(incident, context.createdAt),
    ...durations,
    signature: signatureOf(incident),
    dataQuality: findDataQuality(incident, durations, context.now),
  };
}

/** @public */
export type IncidentDurations = Pick<
  DerivedIncident,
  'timeToDetectMs' | 'timeToContainMs' | 'timeToResolveMs'
>;

/** A negative duration is kept: it tells that the times are wrong. @public */
export function deriveDurations(incident: IncidentContent): IncidentDurations {
  return {
    timeToDetectMs:
      incident.reportedTimeToDetectMs ??
      between(incident.occurredAt, incident.detectedAt),
    timeToContainMs:
      incident.reportedTimeToContainMs ??
      between(incident.detectedAt, incident.containedAt),
    timeToResolveMs: between(incident.detectedAt, incident.resolvedAt),
  };
}

function between(from?: string, to?: string): number | undefined {
  return from && to ? Date.parse(to) - Date.parse(from) : undefined;
}

function periodOf(incident: IncidentContent, createdAt: string) {
  for (const time of ['detectedAt', 'declaredAt', 'occurredAt'] as const) {
    const at = incident[time];
    if (at) {
      return {
        periodAt: at,
        periodPrecision: incident.precision[time] ?? 'exact',
      };
    }
  }
  return { periodAt: createdAt, periodPrecision: 'exact' as const };
}

/**
 * `category-attackVector-primaryEntityRef`, a missing part written `unknown`.
 *
 * @public
 */
export function signatureOf(
  incident: Pick<IncidentContent, 'category' | 'attackVector' | 'entityRefs'>,
): string {
  return [incident.category, incident.attackVector, incident.entityRefs[0]]
    .map(part => part ?? 'unknown')
    .join('-');
}

/**
 * Whether an incident can repeat another or be repeated: it happened to a known service, something is known about
 * its kind, and it was no drill.
 *
 * @public
 */
export function canRepeat(
  incident: Pick<
    IncidentContent,
    'category' | 'attackVector' | 'entityRefs' | 'drill'
  >,
): boolean {
  const known = (part?: string) =>
    part !== undefined && part.toLowerCase() !== 'unknown';
  return (
    !incident.drill &&
    incident.entityRefs.length > 0 &&
    (known(incident.category) || known(incident.attackVector))
  );
}
