import { useUrlParams } from './useUrlParams';

/** Whether the period before is shown beside the picked one; an address says no by `compare=none`. */
export function useCompare(): [boolean, (compare: boolean) => void] {
  const [params, update] = useUrlParams();
  return [
    params.get('compare') !== 'none',
    compare => update({ compare: compare ? undefined : 'none' }),
  ];
}
