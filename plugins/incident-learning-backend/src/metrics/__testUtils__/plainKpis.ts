import type {
  Interval,
  Kpi,
  KpiReading,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  differenceInterval,
  meanOf,
  medianInterval,
  quantileOf,
  rankTest,
  shareInterval,
} from './plainStatistics';
import type { VerisRow } from './verisRows';

const GRAVITY = ['low', 'medium', 'high', 'critical'];

/** What a reading says of some values. */
export type Counted = Pick<Kpi, 'value' | 'n' | 'stats' | 'share'>;

/** One KPI in plain words: what it counts of the rows, and how what is counted is read. */
export interface PlainKpi {
  counts: (row: VerisRow) => number | undefined;
  read: (values: number[]) => Counted;
  change: (
    current: number[],
    previous: number[],
  ) => { better: boolean; certain: boolean; pValue?: number };
}

const durations = (counts: PlainKpi['counts']): PlainKpi => ({
  counts,
  read: values => ({
    value: quantileOf(values, 0.5),
    n: values.length,
    stats: {
      median: quantileOf(values, 0.5),
      mean: meanOf(values),
      p90: quantileOf(values, 0.9),
      ci: medianInterval(values) as [number, number] | undefined,
    },
  }),
  change: byRanks,
});

export const PLAIN_KPIS: Record<string, PlainKpi> = {
  mttd: durations(row => row.detectMs),
  mttc: durations(row => row.containMs),
  'repeat-incident-rate': {
    counts: row => (row.repeat ? 1 : 0),
    read: values => readShare(values),
    change: (current, previous) => {
      const of = (values: number[]): [number, number] => [
        values.filter(Boolean).length,
        values.length,
      ];
      const [low, high] = differenceInterval(of(current), of(previous));
      return { better: high < 0, certain: low > 0 || high < 0 };
    },
  },
  'severity-distribution': {
    counts: ({ severity }) =>
      severity === 'unknown' ? undefined : GRAVITY.indexOf(severity),
    read: values => readShare(values.map(level => (level >= 2 ? 1 : 0))),
    change: byRanks,
  },
};

function byRanks(current: number[], previous: number[]) {
  const { u, pValue } = rankTest(current, previous);
  return { better: u < 0, certain: pValue < 0.05, pValue };
}

function readShare(values: number[]): Counted {
  const [numerator, denominator] = [
    values.filter(Boolean).length,
    values.length,
  ];
  return {
    value: numerator / denominator,
    n: denominator,
    share: {
      numerator,
      denominator,
      ci: shareInterval(numerator, denominator) as [number, number],
    },
  };
}

export function verdictOf(
  kpi: PlainKpi,
  current: number[],
  previous: number[],
): Pick<Kpi, 'verdict' | 'pValue'> {
  if (Math.min(current.length, previous.length) < 10) {
    return { verdict: 'not-enough-data' };
  }
  const { better, certain, pValue } = kpi.change(current, previous);
  const verdict = better ? 'improved' : 'worsened';
  return { verdict: certain ? verdict : 'no-detectable-change', pValue };
}

/**
 * The learning impact score of rows, in plain words: what meets its target counts 1, a share above its bound by how many
 * times it is above, a trend 1, a half or nothing. Nothing of them was reviewed, and no time to resolve is known.
 */
export function scoreOf(
  current: VerisRow[],
  previous: VerisRow[],
): { value?: number; n: number; parts: Record<string, number> } {
  const parts: Record<string, number> = {};
  for (const id of ['mttd', 'mttc', 'severity-distribution']) {
    const valuesOf = (rows: VerisRow[]) =>
      rows.flatMap(row => PLAIN_KPIS[id].counts(row) ?? []);
    const { verdict } = verdictOf(
      PLAIN_KPIS[id],
      valuesOf(current),
      valuesOf(previous),
    );
    if (verdict !== 'not-enough-data') {
      parts[id] = { improved: 1, worsened: 0, 'no-detectable-change': 0.5 }[
        verdict ?? 'no-detectable-change'
      ];
    }
  }
  if (current.length > 0) {
    const repeats = current.filter(({ repeat }) => repeat).length;
    parts['repeat-incident-rate'] = Math.min(
      1,
      0.05 / (repeats / current.length),
    );
    parts['review-completion-rate'] = 0;
    parts['root-cause-identification-rate'] = 0;
  }
  const met = Object.values(parts);
  return {
    n: met.length,
    value: met.length < 4 ? undefined : 100 * meanOf(met),
    parts,
  };
}

export function bucketOf(at: number, interval: Interval): string {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  if (interval === 'month') {
    date.setUTCDate(1);
  }
  while (interval === 'week' && date.getUTCDay() !== 1) {
    date.setUTCDate(date.getUTCDate() - 1);
  }
  return date.toISOString();
}

/** The numbers of a reading by name, so that they can be compared one by one. */
export function numbersOf({ value, stats, share }: Counted | KpiReading) {
  return {
    value,
    median: stats?.median,
    mean: stats?.mean,
    p90: stats?.p90,
    low: stats?.ci?.[0],
    high: stats?.ci?.[1],
    shareLow: share?.ci?.[0],
    shareHigh: share?.ci?.[1],
  };
}
