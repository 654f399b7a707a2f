import { useRouteRef } from '@backstage/core-plugin-api';
import type { IncidentGroup } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentsRouteRef } from '../routes';
import { Period, patchParams, writePeriodChoice } from '../url';

/** Gives the address of the list of a group's incidents. */
export function useGroupLink(
  scope: string | undefined,
  period: Period,
): (group: IncidentGroup, more?: { entityRef: string }) => string {
  const incidents = useRouteRef(incidentsRouteRef)();
  return ({ signature, category, attackVector }, more) => {
    const query = patchParams(new URLSearchParams(), {
      scope: more?.entityRef ?? scope,
      ...writePeriodChoice(period.choice),
      drill: 'false',
      ...(signature
        ? { signature }
        : {
            category: category ?? 'unknown',
            attackVector: attackVector ?? 'unknown',
          }),
    });
    return `${incidents}?${query}`;
  };
}
