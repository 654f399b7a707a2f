import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Bulletin,
  bulletinScopeSchema,
  isWeek,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';
import { useUrlParams } from '../url';

/** Which bulletin the page's address asks for. */
export interface BulletinAddress {
  /** `2026-W47`; the last that is over where the address names none that there is. */
  week?: string;
  /** `org`, `mine` or an entity ref. */
  scope: string;
}

/** Reads the address, and changes it. */
export function useBulletinAddress(): [
  BulletinAddress,
  (scope: string | undefined) => void,
] {
  const [params, update] = useUrlParams();
  const asked = params.get('week') ?? '';
  const scope = bulletinScopeSchema.safeParse(params.get('scope') ?? 'org');
  const address = {
    week: isWeek(asked) ? asked : undefined,
    scope: scope.data ?? 'org',
  };
  return [
    address,
    picked => update({ scope: picked === 'org' ? undefined : picked }),
  ];
}

/** The bulletin of a week and scope. */
export function useBulletin(address: BulletinAddress): ApiData<Bulletin> {
  const api = useApi(incidentLearningApiRef);
  return useApiData(JSON.stringify(address), signal =>
    api.getBulletin(address, { signal }),
  );
}

/** Leads to the bulletin of another week or scope, whatever else the address says. */
export function useBulletinQuery(): (
  patch: Partial<BulletinAddress>,
) => string {
  const [params] = useUrlParams();
  return useMemo(
    () => patch => {
      const next = new URLSearchParams(params);
      if (patch.week) {
        next.set('week', patch.week);
      }
      if (patch.scope === 'org') {
        next.delete('scope');
      } else if (patch.scope) {
        next.set('scope', patch.scope);
      }
      return `?${next}`;
    },
    [params],
  );
}
