import { formatNumber } from '../../components';

/** Writes a size in decimal units, as file managers do: `740 kB`, `2.6 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  if (bytes < 1_000_000) {
    return `${formatNumber(bytes / 1000, 0)} kB`;
  }
  return bytes < 1_000_000_000
    ? `${formatNumber(bytes / 1_000_000)} MB`
    : `${formatNumber(bytes / 1_000_000_000)} GB`;
}
