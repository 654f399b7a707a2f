import { z } from 'zod';
import { shareAccumulator } from './accumulators';
import { kpiReadingSchema, metricsQuerySchema } from './schema';

const DAY_MS = 86_400_000;

/** The look-back windows that are shown beside the configured one, in days. @public */
export const LOOK_BACK_DAYS = [90, 180, 365] as const;

/** @public */
export const repeatLookBackQuerySchema = metricsQuerySchema.omit({
  interval: true,
});

/** What the share of repeat incidents would be with other look-back windows. @public */
export const repeatLookBackSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    /** From the shortest window to the longest. */
    items: z.array(
      kpiReadingSchema.pick({ n: true, value: true, share: true }).extend({
        days: z.number(),
        /** Whether it is the window that all other figures use. */
        configured: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RepeatLookBack' });

/** @public */
export type RepeatLookBackQuery = z.output<typeof repeatLookBackQuerySchema>;
/** @public */
export type RepeatLookBack = z.output<typeof repeatLookBackSchema>;

/** How an incident stands to the one it may repeat. @public */
export interface RepeatGap {
  /** Whether a person has confirmed that it repeats another one, whatever lies between. */
  confirmed: boolean;
  /** Milliseconds since the latest earlier incident of its signature that it is not known not to repeat. */
  gapMs?: number;
}

/** The windows to show, from the shortest to the longest. @public */
export function lookBackWindows(configuredDays: number): number[] {
  return [...new Set([...LOOK_BACK_DAYS, configuredDays])].sort(
    (a, b) => a - b,
  );
}

/**
 * Counts repeat incidents for every window at once, one incident at a time and in any order.
 *
 * @public
 */
export function foldRepeatLookBack(configuredDays: number): {
  add(gap: RepeatGap): void;
  read(): RepeatLookBack['items'];
} {
  const windows = lookBackWindows(configuredDays).map(days => {
    const share = shareAccumulator<RepeatGap>(
      ({ confirmed, gapMs = Infinity }) => confirmed || gapMs <= days * DAY_MS,
    );
    return { days, share, state: share.empty() };
  });
  return {
    add: gap => windows.forEach(({ share, state }) => share.add(state, gap)),
    read: () =>
      windows.map(({ days, share, state }) => {
        const { n, value, share: counts } = share.read(state);
        return {
          days,
          configured: days === configuredDays,
          n,
          value,
          share: counts,
        };
      }),
  };
}
