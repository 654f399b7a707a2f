import {
  Kpi,
  KpiReading,
  SEVERITIES,
  formatAgainst,
  formatFigure,
  goalOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  formatCount,
  formatNumber,
  formatQuantity,
  formatRange,
} from '../components';

type Unit = Kpi['unit'];

function formatPlain(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

/** A value large, and its unit small beside it where the value does not carry it. */
export function headlineOf(kpi: Kpi): { value?: string; unit?: string } {
  const { unit, value, target } = kpi;
  if (value === undefined) {
    return {};
  }
  const text = formatAgainst(value, target, unit);
  switch (unit) {
    case 'business-days':
    case 'rating':
    case 'score': {
      const [number, ...words] = text.split(' ');
      return { value: number, unit: words.join(' ') };
    }
    default:
      return { value: text };
  }
}

/** The 95 % interval of a reading's value, in its unit. That of ratings is of their median, where the value is the mean. */
export function intervalOf(
  unit: Unit,
  { share, stats }: KpiReading,
): [number, number] | undefined {
  if (unit === 'rating') {
    return undefined;
  }
  return share ? share.ci : stats?.ci;
}

/** The 95 % interval as text. */
export function describeInterval(
  unit: Unit,
  reading: KpiReading,
): string | undefined {
  const interval = intervalOf(unit, reading);
  if (interval && unit === 'business-days') {
    return `${formatRange(interval, formatPlain)} business days`;
  }
  return interval && formatRange(interval, end => formatFigure(end, unit));
}

/** How many a value stands on. Of a share without a value nothing is known, whatever was counted. */
export function countOf(unit: Unit, { share, n }: KpiReading): number {
  return unit === 'share' ? share?.denominator ?? 0 : n;
}

/** The value as text, and the n it stands on. */
export function describeReading(unit: Unit, reading: KpiReading) {
  const { value } = reading;
  return {
    value: value === undefined ? undefined : formatFigure(value, unit),
    n: countOf(unit, reading),
  };
}

/** What the headline is. */
export function headlineLabel(kpi: Kpi): string | undefined {
  if (kpi.distribution) {
    return 'critical or high';
  }
  if (kpi.unit === 'rating') {
    return 'mean';
  }
  return kpi.unit === 'ms' || kpi.unit === 'business-days'
    ? 'median'
    : undefined;
}

/** What a KPI's values are called, such as "Median time to detect". */
export function valueName(kpi: Pick<Kpi, 'name' | 'unit'>): string {
  return kpi.unit === 'ms' || kpi.unit === 'business-days'
    ? `Median ${kpi.name.toLowerCase()}`
    : kpi.name;
}

/** How charts draw a KPI's values. */
export function chartKind({ unit }: Pick<Kpi, 'unit'>) {
  switch (unit) {
    case 'ms':
      return 'duration';
    case 'share':
      return 'share';
    default:
      return 'number';
  }
}

/** The second line: what stands behind the headline. */
export function describeDetail(kpi: Kpi): string | undefined {
  const { stats, share, distribution, unit } = kpi;
  if (distribution) {
    return SEVERITIES.filter(
      level => level !== 'unknown' && distribution[level] > 0,
    )
      .map(level => `${formatCount(distribution[level])} ${level}`)
      .join(' · ');
  }
  if (unit === 'score') {
    return `mean of ${formatQuantity(kpi.n, 'figure')} against target`;
  }
  if (stats && unit === 'business-days') {
    return `mean ${formatPlain(stats.mean)} · P90 ${formatPlain(
      stats.p90,
    )} business days`;
  }
  if (unit === 'rating') {
    return stats && `median ${describeMedian(stats)}`;
  }
  if (stats) {
    return `mean ${formatFigure(stats.mean, unit)} · P90 ${formatFigure(
      stats.p90,
      unit,
    )}`;
  }
  return share && describeShare(kpi, share);
}

function describeMedian({ median, ci }: NonNullable<Kpi['stats']>): string {
  return ci
    ? `${formatPlain(median)}, 95 % interval ${formatRange(ci, formatPlain)}`
    : formatPlain(median);
}

function describeShare(kpi: Kpi, share: NonNullable<Kpi['share']>): string {
  return `${formatCount(share.numerator)} of ${formatQuantity(
    share.denominator,
    countedThing(kpi),
  )}`;
}

/** What a share is of, one of them. */
function countedThing({ id }: Kpi): string {
  if (id.startsWith('feedback-')) {
    return 'answer';
  }
  return id === 'action-implementation-rate' ? 'action' : 'incident';
}

/** What the missing ones are without. */
export function missingWhat(kpi: Pick<Kpi, 'id' | 'name' | 'unit'>): string {
  if (kpi.id === 'severity-distribution') {
    return 'a known severity';
  }
  if (kpi.id === 'time-to-lessons-learned') {
    return 'a known end';
  }
  return kpi.unit === 'ms' || kpi.unit === 'business-days'
    ? `a ${kpi.name.toLowerCase()}`
    : 'a value';
}

/** Why a KPI has no value. @param incidents - of the period and scope */
export function absentReason(kpi: Kpi, incidents: number): string {
  if (kpi.id === 'learning-impact-score') {
    return 'It takes at least four figures with data.';
  }
  if (kpi.id.startsWith('feedback-')) {
    return 'No participant of a review published in this period has answered.';
  }
  if (kpi.id === 'time-to-review') {
    return 'No review was published in this period.';
  }
  if (kpi.id === 'action-implementation-rate') {
    return 'Nobody committed to an action in this period.';
  }
  if (kpi.id === 'action-effectiveness') {
    return 'Nobody rated a completed action in this period.';
  }
  if (kpi.id === 'time-to-lessons-learned' && kpi.missing === 0) {
    return 'Of no incident of this period a lesson was published.';
  }
  if (incidents === 0) {
    return 'No incidents in this period.';
  }
  return kpi.unit === 'ms'
    ? `Of ${formatQuantity(incidents, 'incident')} none has ${missingWhat(
        kpi,
      )}${kpi.invalid > 0 ? ' that can be true' : ''}.`
    : 'Nothing in this period counts towards it.';
}

/** What the KPI should come to, and whether it does. */
export function describeTarget(kpi: Kpi): string {
  const { attained } = kpi;
  const judged = attained ? ', met' : ', missed';
  const outcome = attained === undefined ? '' : judged;
  return `Target: ${goalOf(kpi)}${outcome}`;
}

/** How many incidents repeat an earlier one, in a sentence. */
export function describeRepeats(kpi?: Kpi): string | undefined {
  if (!kpi?.share) {
    return undefined;
  }
  const { numerator, denominator } = kpi.share;
  if (numerator === 0) {
    return denominator === 1
      ? 'The only incident repeats no earlier one.'
      : `None of ${formatQuantity(
          denominator,
          'incident',
        )} repeats an earlier one.`;
  }
  return `${formatCount(numerator)} of ${formatQuantity(
    denominator,
    'incident',
  )} ${numerator === 1 ? 'repeats' : 'repeat'} an earlier one.`;
}
