/** @public */
export const INCIDENT_KINDS = ['security', 'operational'] as const;

/** In the order of an incident's life. @public */
export const INCIDENT_STATUSES = [
  'open',
  'contained',
  'resolved',
  'closed',
] as const;

/** From gravest to lightest; what is not known comes last. @public */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
] as const;

/** From finest to coarsest. @public */
export const PRECISIONS = ['exact', 'day', 'month', 'year'] as const;

/** @public */
export const VISIBILITIES = ['internal', 'restricted'] as const;

/** An incident's times, in the order in which they should come. @public */
export const INCIDENT_TIMES = [
  'occurredAt',
  'detectedAt',
  'declaredAt',
  'containedAt',
  'resolvedAt',
  'closedAt',
] as const;

/** @public */
export const FINDING_CODES = [
  'missing',
  'negative',
  'out-of-order',
  'in-the-future',
  'coarse',
] as const;

/** @public */
export const REPEAT_STATES = ['suspected', 'confirmed', 'rejected'] as const;

/** @public */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
/** @public */
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
/** @public */
export type Severity = (typeof SEVERITIES)[number];
/** @public */
export type Precision = (typeof PRECISIONS)[number];
/** @public */
export type IncidentTime = (typeof INCIDENT_TIMES)[number];
/** @public */
export type FindingCode = (typeof FINDING_CODES)[number];
/** @public */
export type RepeatState = (typeof REPEAT_STATES)[number];
