import { formatCount, formatQuantity } from '../../components';
import type { IncidentPages } from './useIncidentPages';

/** How many incidents a list holds, and how many of them are shown. */
export function describeCount(pages: IncidentPages): string {
  const { incidents, totalItems = 0, loading, error } = pages;
  if (error || !incidents) {
    return '';
  }
  if (loading) {
    return 'Loading…';
  }
  return incidents.length < totalItems
    ? `${formatCount(incidents.length)} of ${formatQuantity(
        totalItems,
        'incident',
      )}`
    : formatQuantity(totalItems, 'incident');
}
