/** From `from`, inclusive, to `to`, exclusive, in epoch milliseconds. @public */
export interface Period {
  from: number;
  to: number;
}

/** The period of the same length that ends where this one begins. @public */
export function previousPeriod({ from, to }: Period): Period {
  return { from: from - (to - from), to: from };
}

/** @public */
export function isWithin(at: number, { from, to }: Period): boolean {
  return at >= from && at < to;
}
