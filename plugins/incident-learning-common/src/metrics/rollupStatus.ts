import { z } from 'zod';

/** How the rollups are that figures of many incidents are read from. @public */
export const rollupStatusSchema = z
  .object({
    /**
     * `ready`, or why figures are recounted: `none` before they are first built, `building`, `stale` where they are
     * about to be built anew.
     */
    state: z.enum(['none', 'building', 'ready', 'stale']),
    since: z.string().optional(),
    /** When they were last compared with a recount. */
    checkedAt: z.string().optional(),
    /** What that found wrong, and mended; at most 100 rows. */
    differences: z.array(
      z.object({
        /** `org`, `org:day`, or the entity or set of entities. */
        scope: z.string(),
        /** Start of the bucket, epoch milliseconds. */
        start: z.number(),
        kept: z.string(),
        recounted: z.string(),
      }),
    ),
  })
  .meta({ id: 'RollupStatus' });

/** @public */
export type RollupStatus = z.output<typeof rollupStatusSchema>;
