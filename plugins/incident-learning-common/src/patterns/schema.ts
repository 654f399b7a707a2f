import { z } from 'zod';
import { boundarySchema, scopeSchema } from '../http/query';
import { kpiDistributionSchema } from '../metrics/schema';

/** @public */
export const patternsQuerySchema = z.object({
  scope: scopeSchema.default('org'),
  /** The period's start, inclusive; 365 days before its end unless said. */
  from: boundarySchema,
  /** The period's end, exclusive; now unless said. */
  to: boundarySchema,
});

/** A service that a group of incidents hit. @public */
export const servicesHitSchema = z.object({
  entityRef: z.string(),
  /** How many incidents of the group touched it. */
  incidents: z.number().int(),
  /** Whether a published lesson of the group's kind came from it, applies to it or was applied there. */
  lesson: z.boolean(),
});

/** A published lesson of the same kind as a group of incidents. @public */
export const patternLessonSchema = z.object({
  id: z.string(),
  statement: z.string(),
});

/**
 * Two or more incidents of a period that are alike.
 *
 * @public
 */
export const incidentGroupSchema = z
  .object({
    /** The parts that they share; absent where not known of any of them. At least one of the two is known. */
    category: z.string().optional(),
    attackVector: z.string().optional(),
    /** The primary entity, of a group by signature. */
    entityRef: z.string().optional(),
    /** The signature, of a group by signature. */
    signature: z.string().optional(),
    count: z.number().int(),
    /** Those of them that are repeats, suspected or confirmed. */
    repeats: z.number().int(),
    severities: kpiDistributionSchema,
    /** At most 20, the latest first; `count` tells how many there are. */
    incidentIds: z.array(z.string()),
    /** When the first and the last of them belong to. */
    firstAt: z.string(),
    lastAt: z.string(),
    /** Every entity that they touched, the one hit most first; at most 50. */
    services: z.array(servicesHitSchema),
    /** How many entities they touched. */
    serviceCount: z.number().int(),
    /** Published lessons that came out of reviews of such incidents, or name their category; at most 10. */
    lessons: z.array(patternLessonSchema),
  })
  .meta({ id: 'IncidentGroup' });

/** @public */
export const patternsSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    /** Incidents of the period in the scope, drills aside. */
    incidents: z.number().int(),
    /** Those of them of whose kind nothing is known, so that they are in no group. */
    unclassified: z.number().int(),
    /** The same kind of thing at the same service: the largest first, at most 50. */
    signatures: z.array(incidentGroupSchema),
    /** How many groups by signature there are. */
    signatureCount: z.number().int(),
    /** The same category and attack vector, whatever the service: the largest first, at most 50. */
    patterns: z.array(incidentGroupSchema),
    /** How many groups by pattern there are. */
    patternCount: z.number().int(),
  })
  .meta({ id: 'Patterns' });

/** @public */
export type PatternsQuery = z.output<typeof patternsQuerySchema>;
/** @public */
export type IncidentGroup = z.output<typeof incidentGroupSchema>;
/** @public */
export type Patterns = z.output<typeof patternsSchema>;
