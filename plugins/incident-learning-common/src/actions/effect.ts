import { z } from 'zod';
import { timeSchema } from '../incidents/fields';
import { wilsonInterval } from '../metrics/statistics';

const DAY_MS = 24 * 60 * 60 * 1000;

/** So many incidents in a stretch of time. @public */
export const countedPeriodSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  days: z.number(),
  incidents: z.number().int(),
});

/** Whether incidents of the signatures that an action was to prevent became fewer once it was done. @public */
export const actionEffectSchema = z
  .object({
    /** Of the incidents behind the action; empty where these have none. */
    signatures: z.array(z.string()),
    /** Absent as long as the action is not done, or nothing can be counted. */
    before: countedPeriodSchema.optional(),
    after: countedPeriodSchema.optional(),
    /** Incidents a day after, as a multiple of those before; absent where there were none before. */
    ratio: z.number().optional(),
    /** 95 %; without an upper end where there were none before. */
    ci: z.object({ low: z.number(), high: z.number().optional() }).optional(),
    verdict: z.enum([
      'fewer',
      'more',
      'no-detectable-change',
      'not-enough-data',
    ]),
  })
  .meta({ id: 'ActionEffect' });

/** @public */
export type ActionEffect = z.output<typeof actionEffectSchema>;
/** @public */
export type CountedPeriod = z.output<typeof countedPeriodSchema>;

/** The fewest incidents, before and after together, that anything is said about. */
const ENOUGH = 10;

/**
 * The stretches of time that are compared: up to a year before an action was done, and as much after.
 *
 * @param now - epoch ms
 *
 * @public
 */
export function effectPeriods(
  completedAt: string,
  now: number,
): {
  before: { from: number; to: number };
  after: { from: number; to: number };
} {
  const done = Date.parse(completedAt);
  const after = Math.min(Math.max(now - done, 0), 365 * DAY_MS);
  return {
    before: { from: done - 365 * DAY_MS, to: done },
    after: { from: done, to: done + after },
  };
}

/**
 * Compares the rates of two counts that each follow Poisson's law. Given their sum, the later one is binomial; Wilson's
 * interval of its share becomes that of the ratio (Przyborowski and Wilenski 1940).
 *
 * @public
 */
export function compareRates(
  before: CountedPeriod,
  after: CountedPeriod,
): Pick<ActionEffect, 'ratio' | 'ci' | 'verdict'> {
  const total = before.incidents + after.incidents;
  const share = wilsonInterval({
    numerator: after.incidents,
    denominator: total,
  });
  if (!share || before.days === 0 || after.days === 0) {
    return { verdict: 'not-enough-data' };
  }
  const exposure = before.days / after.days;
  const ratioOf = (of: number) => (of / (1 - of)) * exposure;
  const [low, high] = share;
  const ci = { low: ratioOf(low), high: high < 1 ? ratioOf(high) : undefined };
  const ratio =
    before.incidents > 0
      ? (after.incidents / before.incidents) * exposure
      : undefined;
  if (total < ENOUGH) {
    return { ratio, ci, verdict: 'not-enough-data' };
  }
  if (ci.high !== undefined && ci.high < 1) {
    return { ratio, ci, verdict: 'fewer' };
  }
  return {
    ratio,
    ci,
    verdict: ci.low > 1 ? 'more' : 'no-detectable-change',
  };
}
