import { NO_PERIOD, Period } from '../../url';
import type { ActiveFilter } from './ActiveFilters';

/** A filter of one value; none where it has none. */
export function activeFilter(
  name: string,
  label: string,
  value: string | false | undefined,
): ActiveFilter[] {
  return value ? [{ label, value, without: { [name]: undefined } }] : [];
}

/** A filter of several values, each to be taken away by itself. */
export function activeFilters<T extends string>(
  name: string,
  label: string,
  values: readonly T[],
  words?: Partial<Record<T, string>>,
): ActiveFilter[] {
  return values.map(picked => ({
    label,
    value: words?.[picked] ?? picked,
    without: { [name]: values.filter(other => other !== picked) },
  }));
}

/** A filter of one entity, which is called by its title. */
export function activeEntity(
  name: string,
  label: string,
  entityRef: string | undefined,
): ActiveFilter[] {
  return activeFilter(name, label, entityRef).map(filter => ({
    ...filter,
    entityRef,
  }));
}

/** The scope that the page's address names, as a filter. */
export function activeScope(scope: string | undefined): ActiveFilter[] {
  return activeEntity('scope', 'Of', scope);
}

/** The period that the page's address names, as a filter; none where it is any time. */
export function activePeriod({ from, to }: Period): ActiveFilter[] {
  const last = to && new Date(Date.parse(to) - 1).toISOString();
  const value = [from, last]
    .map(time => time?.slice(0, 10) ?? '…')
    .join(' to ');
  return from || to ? [{ label: 'Period', value, without: NO_PERIOD }] : [];
}
