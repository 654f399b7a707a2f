/** The control limits of a funnel plot at one sample size. */
export interface FunnelLimits {
  low: number;
  high: number;
}

// Above it the normal approximation is as good, and much faster.
const EXACT_UP_TO = 400;

/**
 * Between which shares a group of `n` lies with a probability of `1 − 2 · tail`
 * where its true share is `center`: exact binomial limits, interpolated between
 * whole counts so that they run smoothly.
 *
 * Source: D. J. Spiegelhalter, Funnel plots for comparing institutional
 * performance, Statistics in Medicine 24 (2005), 1185–1202, appendix A.1.
 *
 * @param tail - the probability beyond each limit, such as 0.025
 * @param z - the normal quantile of `tail`, such as 1.96
 */
export function funnelLimits(
  center: number,
  n: number,
  { tail, z }: { tail: number; z: number },
): FunnelLimits {
  if (n > EXACT_UP_TO) {
    const margin = z * Math.sqrt((center * (1 - center)) / n);
    return {
      low: Math.max(0, center - margin),
      high: Math.min(1, center + margin),
    };
  }
  return {
    low: quantileOf(center, n, tail),
    high: quantileOf(center, n, 1 - tail),
  };
}

/** The share below which a probability lies, interpolated: Spiegelhalter's (r − α) / n. */
function quantileOf(center: number, n: number, probability: number): number {
  if (center <= 0 || center >= 1) {
    return center;
  }
  let cumulative = 0;
  let density = (1 - center) ** n;
  for (let count = 0; count <= n; count++) {
    cumulative += density;
    if (cumulative >= probability) {
      const excess = (cumulative - probability) / density;
      return Math.min(1, Math.max(0, (count - excess) / n));
    }
    density *= ((n - count) / (count + 1)) * (center / (1 - center));
  }
  return 1;
}

/** The limits that funnel plots usually show: 95 % and 99.8 %. */
export const INNER = { tail: 0.025, z: 1.959964 };
export const OUTER = { tail: 0.001, z: 3.090232 };

/** Where a share stands against the limits around the center. */
export type FunnelStanding =
  | 'within'
  | 'above'
  | 'below'
  | 'far-above'
  | 'far-below';

/** Tells noise from what stands out. */
export function standingOf(
  share: number,
  n: number,
  center: number,
): FunnelStanding {
  const inner = funnelLimits(center, n, INNER);
  const outer = funnelLimits(center, n, OUTER);
  if (share > inner.high) {
    return share > outer.high ? 'far-above' : 'above';
  }
  if (share < inner.low) {
    return share < outer.low ? 'far-below' : 'below';
  }
  return 'within';
}
