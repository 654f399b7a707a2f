import {
  Kpi,
  KpiReading,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  formatCount,
  formatDuration,
  formatNumber,
  formatQuantity,
  formatShare,
} from '../components';

/** A value of a KPI in its unit. */
export function formatKpiValue(unit: Kpi['unit'], value: number): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value);
    case 'share':
      return formatShare(value);
    default:
      return formatNumber(value);
  }
}

/** The value as text, and the n it stands on. */
export function describeReading(unit: Kpi['unit'], reading: KpiReading) {
  const { value, share, n } = reading;
  return {
    value: value === undefined ? undefined : formatKpiValue(unit, value),
    // Of a share without a value nothing is known, whatever was counted.
    n: unit === 'share' ? share?.denominator ?? 0 : n,
  };
}

/** What the headline is. */
export function headlineLabel(kpi: Kpi): string | undefined {
  if (kpi.distribution) {
    return 'critical or high';
  }
  return kpi.unit === 'ms' ? 'median' : undefined;
}

/** The second line: what stands behind the headline. */
export function describeDetail(kpi: Kpi): string | undefined {
  const { stats, share, distribution } = kpi;
  if (distribution) {
    return SEVERITIES.filter(
      level => level !== 'unknown' && distribution[level] > 0,
    )
      .map(level => `${formatCount(distribution[level])} ${level}`)
      .join(' · ');
  }
  if (stats && kpi.unit === 'ms') {
    return `mean ${formatDuration(stats.mean)} · P90 ${formatDuration(
      stats.p90,
    )}`;
  }
  return share && describeShare(share);
}

function describeShare(share: NonNullable<Kpi['share']>): string {
  return `${formatCount(share.numerator)} of ${formatQuantity(
    share.denominator,
    'incident',
  )}`;
}

/** What the missing ones are without. */
export function missingWhat(kpi: Kpi): string {
  return kpi.id === 'severity-distribution'
    ? 'a known severity'
    : `a ${kpi.name.toLowerCase()}`;
}

/** Why a KPI has no value. @param incidents - of the period and scope */
export function absentReason(kpi: Kpi, incidents: number): string {
  return incidents === 0
    ? 'No incidents in this period.'
    : `Of ${formatQuantity(incidents, 'incident')} none has ${missingWhat(
        kpi,
      )}${kpi.invalid > 0 ? ' that can be true' : ''}.`;
}

/** What the KPI should come to, and whether it does. */
export function describeTarget(kpi: Kpi): string {
  if (kpi.target === 'trend') {
    return kpi.direction === 'lower' ? 'Target: falling' : 'Target: rising';
  }
  const bound = kpi.direction === 'lower' ? 'under' : 'over';
  const target = `Target: ${bound} ${formatKpiValue(kpi.unit, kpi.target)}`;
  if (kpi.attained === undefined) {
    return target;
  }
  return `${target}, ${kpi.attained ? 'met' : 'missed'}`;
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
