import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** Addresses in a report begin as the page Learning is mounted by default; here they lead to where it is. */
export function usePortalPath(): (link: string) => string {
  const root = useRouteRef(rootRouteRef)();
  return link => link.replace(/^\/incident-learning(?=[/?]|$)/, root);
}
