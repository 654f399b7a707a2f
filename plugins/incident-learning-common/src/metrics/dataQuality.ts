import { z } from 'zod';
import { FINDING_CODES } from '../incidents/vocabulary';
import { metricsQuerySchema } from './schema';

/** @public */
export const dataQualityQuerySchema = metricsQuerySchema.omit({
  interval: true,
});

/** @public */
export const dataQualityCountsSchema = z.object({
  /** Incidents of the period, drills aside. */
  incidents: z.number().int(),
  /** Those of them with at least one finding. */
  affected: z.number().int(),
  /** How many incidents have which finding at which time or duration, the most frequent first. */
  findings: z.array(
    z.object({
      code: z.enum(FINDING_CODES),
      /** Such as `detectedAt` or `timeToDetectMs`. */
      path: z.string(),
      incidents: z.number().int(),
    }),
  ),
});

/**
 * What the figures of a scope and period suffer from. The incidents behind each count are those that `/incidents`
 * lists with the same scope and period, `drill=false`, `finding`, `findingPath` and `owner`.
 *
 * @public
 */
export const dataQualitySchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    ...dataQualityCountsSchema.shape,
    /** An incident that touched services of several teams counts in each; the most affected first, at most 200. */
    teams: z.array(
      dataQualityCountsSchema.extend({
        /** The owner's entity ref; absent for incidents without an owner that the catalog knows. */
        team: z.string().optional(),
      }),
    ),
    /** How many teams there are; more than `teams` where those are cut. */
    teamCount: z.number().int(),
  })
  .meta({ id: 'DataQuality' });

/** @public */
export type DataQualityQuery = z.output<typeof dataQualityQuerySchema>;
/** @public */
export type DataQualityCounts = z.output<typeof dataQualityCountsSchema>;
/** @public */
export type DataQuality = z.output<typeof dataQualitySchema>;
