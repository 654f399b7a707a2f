import { ReactNode } from 'react';
import { Navigate, useLocation, useResolvedPath } from 'react-router-dom';

/** Leads from a page's own address to its first tab with the query that came along, which the framework's own way there drops. */
export function IndexRedirect(props: { to: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const { pathname: base } = useResolvedPath('.');
  return search && pathname.replace(/\/$/, '') === base.replace(/\/$/, '') ? (
    <Navigate to={{ pathname: props.to, search }} replace />
  ) : (
    <>{props.children}</>
  );
}
