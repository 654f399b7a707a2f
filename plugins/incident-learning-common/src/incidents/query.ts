import { z } from 'zod';
import { boundarySchema, flagSchema, manyOf, scopeSchema } from '../http/query';
import { isEntityRef, lineSchema, normalizeEntityRef } from './fields';
import {
  FINDING_CODES,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  REPEAT_STATES,
  SEVERITIES,
} from './vocabulary';

/** By what a list of incidents can be sorted; a leading `-` turns it round. @public */
export const INCIDENT_SORTS = [
  'periodAt',
  'updatedAt',
  'severity',
  'title',
  'timeToDetectMs',
  'timeToContainMs',
  'timeToResolveMs',
  'riskScore',
] as const;

/** @public */
export type IncidentSort = (typeof INCIDENT_SORTS)[number];

const sortSchema = z.enum(
  INCIDENT_SORTS.flatMap(sort => [sort, `-${sort}`] as const),
  {
    message: `is no sort: write one of ${INCIDENT_SORTS.join(
      ', ',
    )}, with a leading - for descending`,
  },
);

/** A user or group, or `none`. */
const ownerSchema = z
  .string()
  .refine(text => text === 'none' || isEntityRef(text), {
    message:
      'is neither none nor an entity ref: write kind:namespace/name, such as group:default/payments',
  })
  .overwrite(text => (isEntityRef(text) ? normalizeEntityRef(text) : text));

/** The filters of a list of incidents; values of one filter are alternatives, filters add up. @public */
export const incidentFilterSchema = z.object({
  scope: scopeSchema.optional(),
  unassigned: flagSchema,
  kind: manyOf(z.enum(INCIDENT_KINDS)),
  status: manyOf(z.enum(INCIDENT_STATUSES)),
  severity: manyOf(z.enum(SEVERITIES)),
  category: manyOf(lineSchema(200)),
  attackVector: manyOf(lineSchema(200)),
  tag: manyOf(lineSchema(60)),
  /** The source's system. */
  source: manyOf(lineSchema(100)),
  /** The period's start, inclusive. */
  from: boundarySchema,
  /** The period's end, exclusive. */
  to: boundarySchema,
  /** Words of title, summary or impact; each may be the beginning of a word. */
  text: z.string().trim().max(300).optional(),
  /** `none` finds those that repeat nothing. */
  repeat: manyOf(z.enum([...REPEAT_STATES, 'none'])),
  finding: manyOf(z.enum(FINDING_CODES)),
  /** The time or duration that a finding is about, such as `detectedAt`; together with `finding`, one finding has both. */
  findingPath: manyOf(lineSchema(40)),
  /** `category-attackVector-primaryEntityRef`, as incidents carry it. */
  signature: manyOf(lineSchema(900)),
  /** Owners of the affected entities, as the catalog knows them; `none` finds incidents without any. */
  owner: manyOf(ownerSchema),
  drill: flagSchema,
  /** Whether it has priority by the active risk profile. */
  priority: flagSchema,
  /** Whether it needs a review and is in none. */
  needsReview: flagSchema,
});

/** @public */
export const incidentQuerySchema = incidentFilterSchema.extend({
  sort: sortSchema.default('-periodAt'),
  limit: z.coerce
    .number({ message: 'is no number' })
    .int()
    .min(1)
    .max(200, 'is above 200: ask for the next page by cursor instead')
    .default(50),
  cursor: z.string().max(2000).optional(),
  total: flagSchema,
});

/** @public */
export type IncidentFilter = z.output<typeof incidentFilterSchema>;
/** @public */
export type IncidentQuery = z.output<typeof incidentQuerySchema>;
