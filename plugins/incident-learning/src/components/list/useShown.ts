import { PAGE_SIZE } from '../../api';
import { useUrlParams } from '../../url';

const LONGEST = 1000;

/** How many rows the page's address asks for, and a way to keep another number there. */
export function useShown(
  pageSize = PAGE_SIZE,
): [number, (shown: number) => void] {
  const [params, update] = useUrlParams();
  const asked = Math.floor(Number(params.get('shown'))) || 0;
  return [
    Math.min(Math.max(asked, pageSize), LONGEST),
    shown => update({ shown: String(shown) }),
  ];
}
