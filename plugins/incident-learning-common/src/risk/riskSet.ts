import type { RiskFactorValues } from './derivation';
import { RISK_FACTORS, RiskFactor } from './factors';

/** What scoring has to know of an incident. @public */
export interface ScoredInput {
  factors: RiskFactorValues;
  /**
   * Whether the incident stands apart from the others: it is held against the threshold, but a quantile is not taken
   * over it. So it is with restricted incidents, which no figure may give away.
   */
  apart?: boolean;
}

/** Incidents by column, so that weighing all of them anew takes a few milliseconds. @public */
export interface RiskSet {
  readonly size: number;
  /** By factor, one value for each incident; NaN where it is not known. */
  readonly columns: Readonly<Record<RiskFactor, Float64Array>>;
  /** 1 for an incident that stands apart. */
  readonly apart: Uint8Array;
}

/**
 * Lays incidents out by column; an incident keeps its index.
 *
 * @throws RangeError when a factor is outside 0 to 1
 * @public
 */
export function createRiskSet(incidents: readonly ScoredInput[]): RiskSet {
  const column = (factor: RiskFactor) =>
    Float64Array.from(incidents, ({ factors }, index) => {
      const value = factors[factor];
      if (value !== undefined && !(value >= 0 && value <= 1)) {
        throw new RangeError(
          `Factor ${factor} of incident ${index} is ${value}: it goes from 0 to 1`,
        );
      }
      return value ?? NaN;
    });
  return {
    size: incidents.length,
    columns: Object.fromEntries(
      RISK_FACTORS.map(factor => [factor, column(factor)]),
    ) as Record<RiskFactor, Float64Array>,
    apart: Uint8Array.from(incidents, ({ apart }) => (apart ? 1 : 0)),
  };
}
