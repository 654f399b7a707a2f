import { RefObject, useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

const OPENED = 'incident-learning.opened';

/**
 * Puts somebody who comes back to a list by the browser's Back to the record
 * that was opened from it.
 *
 * @param ready - whether the rows are there
 */
export function useReturn(root: RefObject<HTMLElement>, ready: boolean): void {
  const { key } = useLocation();
  const isReturn = useNavigationType() === 'POP';

  useEffect(() => {
    const rows = root.current;
    const remember = (event: MouseEvent) => {
      const link = (event.target as Element).closest('[data-record]');
      if (link) {
        const id = link.getAttribute('data-record');
        sessionStorage.setItem(OPENED, `${key} ${id}`);
      }
    };
    rows?.addEventListener('click', remember);
    return () => rows?.removeEventListener('click', remember);
  }, [root, key, ready]);

  useEffect(() => {
    const [openedFrom, id] = (sessionStorage.getItem(OPENED) ?? '').split(' ');
    if (ready && isReturn && openedFrom === key) {
      sessionStorage.removeItem(OPENED);
      const link = root.current?.querySelector<HTMLElement>(
        `[data-record="${CSS.escape(id)}"]`,
      );
      link?.scrollIntoView({ block: 'center' });
      link?.focus({ preventScroll: true });
    }
  }, [root, key, isReturn, ready]);
}
