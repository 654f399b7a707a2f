/**
 * Writes a share of 0 to 1 as a percentage with one decimal: `11.6 %`. Only
 * nothing is `0 %` and only everything is `100 %`.
 *
 * @public
 */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) {
    return 'unknown';
  }
  if (share === 0 || share === 1) {
    return `${share * 100} %`;
  }
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) {
    return '< 0.1 %';
  }
  if (percent >= 99.95 && percent < 100) {
    return '> 99.9 %';
  }
  return `${percent.toFixed(1)} %`;
}
