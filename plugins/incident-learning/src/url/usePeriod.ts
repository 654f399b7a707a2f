import { useCallback, useMemo, useState } from 'react';
import {
  Period,
  PeriodChoice,
  periodOf,
  readPeriodChoice,
  writePeriodChoice,
} from './period';
import { useUrlParams } from './useUrlParams';

/** The last 365 days. */
export const LAST_YEAR: PeriodChoice = { kind: 'days', days: 365 };
/** Every incident there is. */
export const ALL_TIME: PeriodChoice = { kind: 'all' };

/**
 * The period that the page's address asks for, a way to pick another, and what another would be.
 *
 * @param fallback - the period of an address that names none, the same object each time; 365 days unless said
 */
export function usePeriod(
  fallback: PeriodChoice = LAST_YEAR,
): [Period, (choice: PeriodChoice) => void, (choice: PeriodChoice) => Period] {
  const [params, update] = useUrlParams();
  const [now] = useState(() => Date.now());
  const period = useMemo(
    () => periodOf(readPeriodChoice(params, fallback), now),
    [params, fallback, now],
  );
  const pick = useCallback(
    (choice: PeriodChoice) => update(writePeriodChoice(choice)),
    [update],
  );
  const periodFor = useCallback(
    (choice: PeriodChoice) => periodOf(choice, now),
    [now],
  );
  return [period, pick, periodFor];
}
