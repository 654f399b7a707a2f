/** @public */
export const KPI_IDS = [
  'mttd',
  'mttc',
  'mttr',
  'repeat-incident-rate',
  'severity-distribution',
] as const;

/** @public */
export type KpiId = (typeof KPI_IDS)[number];

/** What a KPI means, apart from how it is computed. @public */
export interface KpiDefinition {
  id: KpiId;
  name: string;
  /** In words, for the reader of the figure. */
  definition: string;
  unit: 'ms' | 'share' | 'rating' | 'score';
  direction: 'lower' | 'higher';
  target: number | 'trend';
}

/** @public */
export const KPI_DEFINITIONS: Record<KpiId, KpiDefinition> = {
  mttd: {
    id: 'mttd',
    name: 'Time to detect',
    definition:
      'Median time from when an incident occurred to when it was detected, as reported by its source or computed from the two times. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  mttc: {
    id: 'mttc',
    name: 'Time to contain',
    definition:
      'Median time from when an incident was detected to when it was contained, as reported by its source or computed from the two times. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  mttr: {
    id: 'mttr',
    name: 'Time to resolve',
    definition:
      'Median time from when an incident was detected to when it was resolved. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  'repeat-incident-rate': {
    id: 'repeat-incident-rate',
    name: 'Repeat incidents',
    definition:
      'Share of incidents that repeat an earlier one: the same category and attack vector on the same primary entity within the look-back, suspected or confirmed, not rejected.',
    unit: 'share',
    direction: 'lower',
    target: 0.05,
  },
  'severity-distribution': {
    id: 'severity-distribution',
    name: 'Severity',
    definition:
      'Incidents by severity. The headline is the share that is critical or high among those whose severity is known.',
    unit: 'share',
    direction: 'lower',
    target: 'trend',
  },
};
