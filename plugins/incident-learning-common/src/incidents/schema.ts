import { z } from 'zod';
import {
  durationMsSchema,
  entityRefSchema,
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
  unitIntervalSchema,
  urlSchema,
} from './fields';
import { incidentRiskSchema, riskFactorsSchema } from './risk';
import {
  FINDING_CODES,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  INCIDENT_TIMES,
  PRECISIONS,
  REPEAT_STATES,
  SEVERITIES,
  VISIBILITIES,
} from './vocabulary';

/** Where an incident came from; `system` and `id` are the key of an import. @public */
export const incidentSourceSchema = z.object({
  system: lineSchema(100),
  id: lineSchema(300),
  url: urlSchema.optional(),
});

/** One thing that happened in the course of an incident. @public */
export const timelineEventSchema = z
  .object({
    at: timeSchema,
    kind: lineSchema(60).optional(),
    event: textSchema,
    action: textSchema.optional(),
    source: lineSchema(300).optional(),
  })
  .meta({ id: 'TimelineEvent' });

/** @public */
export const participantSchema = z.object({
  role: lineSchema(60),
  entityRef: entityRefSchema,
});

/** @public */
export const linkSchema = z.object({
  url: urlSchema,
  title: lineSchema(300).optional(),
});

const precisionSchema = z.partialRecord(
  z.enum(INCIDENT_TIMES),
  z.enum(PRECISIONS),
);

const required = {
  title: lineSchema(300),
  kind: z.enum(INCIDENT_KINDS),
  status: z.enum(INCIDENT_STATUSES),
  severity: z.enum(SEVERITIES),
  entityRefs: z
    .array(entityRefSchema)
    .max(100)
    .overwrite(refs => [...new Set(refs)]),
  drill: z.boolean(),
  visibility: z.enum(VISIBILITIES),
  tags: z
    .array(lineSchema(60))
    .max(50)
    .overwrite(tags => [...new Set(tags)]),
  participants: z.array(participantSchema).max(100),
  timeline: z.array(timelineEventSchema).max(2000),
  links: z.array(linkSchema).max(100),
  precision: precisionSchema,
};

const optional = {
  summary: textSchema,
  impact: textSchema,
  category: lineSchema(200),
  attackVector: lineSchema(200),
  occurredAt: timeSchema,
  detectedAt: timeSchema,
  declaredAt: timeSchema,
  containedAt: timeSchema,
  resolvedAt: timeSchema,
  closedAt: timeSchema,
  reportedTimeToDetectMs: durationMsSchema,
  reportedTimeToContainMs: durationMsSchema,
  source: incidentSourceSchema,
  sourceData: z.record(z.string(), z.unknown()),
  riskFactors: riskFactorsSchema,
  confidence: unitIntervalSchema,
  blastRadius: textSchema,
  containmentOption: lineSchema(300),
  approvalOutcome: lineSchema(300),
};

const contentSchema = z.object({
  ...required,
  ...z.object(optional).partial().shape,
});

/**
 * What a person or a source says of an incident. Only the title is required; what is not known is left out.
 *
 * @public
 */
export const incidentInputSchema = z
  .strictObject({
    ...contentSchema.shape,
    kind: required.kind.default('operational'),
    status: required.status.default('open'),
    severity: required.severity.default('unknown'),
    entityRefs: required.entityRefs.default([]),
    drill: required.drill.default(false),
    visibility: required.visibility.default('internal'),
    tags: required.tags.default([]),
    participants: required.participants.default([]),
    timeline: required.timeline.default([]),
    links: required.links.default([]),
    precision: precisionSchema.default({}),
  })
  .meta({ id: 'IncidentInput' });

/**
 * A change of an incident as a JSON merge patch: what is left out stays, `null` clears.
 *
 * @public
 */
export const incidentPatchSchema = z
  .strictObject({
    ...z.object(required).partial().shape,
    ...clearable(optional),
  })
  .meta({ id: 'IncidentPatch' });

function clearable<T extends Record<string, z.ZodType>>(shape: T) {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, schema.nullish()]),
  ) as { [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>> };
}

/** Something about an incident's data that numbers suffer from. @public */
export const dataQualityFindingSchema = z.object({
  code: z.enum(FINDING_CODES),
  path: z.string(),
});

/** The incident that this one repeats, found by signature, judged by a person. @public */
export const repeatSchema = z.object({
  state: z.enum(REPEAT_STATES),
  of: z.string(),
});

/** An incident as the backend answers it. @public */
export const incidentSchema = z
  .object({
    ...recordShape,
    ...contentSchema.shape,
    periodAt: timeSchema,
    periodPrecision: z.enum(PRECISIONS),
    timeToDetectMs: z.number().optional(),
    timeToContainMs: z.number().optional(),
    timeToResolveMs: z.number().optional(),
    signature: z.string(),
    repeat: repeatSchema.optional(),
    /** Absent of drills, and until it is computed. */
    risk: incidentRiskSchema.optional(),
    dataQuality: z.array(dataQualityFindingSchema),
  })
  .meta({ id: 'Incident' });

/** One change of one incident; `from` or `to` is absent where there was or is no value. @public */
export const incidentChangeSchema = z
  .object({
    id: z.string(),
    incidentId: z.string(),
    revision: z.number().int(),
    at: timeSchema,
    by: z.string(),
    operation: z.enum([
      'created',
      'updated',
      'imported',
      'aliased',
      'judged',
      'deleted',
    ]),
    changes: z.array(
      z.object({
        path: z.string(),
        from: z.unknown().optional(),
        to: z.unknown().optional(),
      }),
    ),
  })
  .meta({ id: 'IncidentChange' });

/** A person's judgement whether one incident repeats an earlier one. @public */
export const repeatVerdictSchema = z.strictObject({
  of: z.string().min(1, 'is empty: give the id of the earlier incident'),
  verdict: z.enum(['confirmed', 'rejected']),
});

/** @public */
export type IncidentInput = z.input<typeof incidentInputSchema>;
/** What an incident says, with defaults filled in. @public */
export type IncidentContent = z.output<typeof incidentInputSchema>;
/** @public */
export type IncidentPatch = z.input<typeof incidentPatchSchema>;
/** @public */
export type Incident = z.output<typeof incidentSchema>;
/** @public */
export type IncidentChange = z.output<typeof incidentChangeSchema>;
/** @public */
export type DataQualityFinding = z.output<typeof dataQualityFindingSchema>;
/** @public */
export type RepeatVerdict = z.output<typeof repeatVerdictSchema>;
/** @public */
export type TimelineEvent = z.output<typeof timelineEventSchema>;
