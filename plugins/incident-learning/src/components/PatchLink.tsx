import { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { UrlPatch, patchParams } from '../url';

/** Leads to this page with some parameters of its address set. It follows the address by itself, so that what stands around it need not. */
export function PatchLink(props: {
  patch: UrlPatch;
  className?: string;
  children: ReactNode;
}) {
  const [params] = useSearchParams();
  return (
    <Link
      to={`?${patchParams(params, props.patch)}`}
      className={props.className}
    >
      {props.children}
    </Link>
  );
}
