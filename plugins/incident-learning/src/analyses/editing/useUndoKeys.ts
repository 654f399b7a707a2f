import { RefCallback, useCallback, useEffect, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';

/**
 * Takes back and does again by the usual keys, wherever within an element the focus is.
 *
 * @returns the ref of that element
 */
export function useUndoKeys(actions: {
  undo: () => void;
  redo: () => void;
}): RefCallback<HTMLElement> {
  const [element, setElement] = useState<HTMLElement | null>();
  const latest = useLatest(actions);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const letter = key.toLowerCase();
      if ((!ctrlKey && !metaKey) || altKey || !['z', 'y'].includes(letter)) {
        return;
      }
      event.preventDefault();
      if (letter === 'y' || shiftKey) {
        latest.current.redo();
      } else {
        latest.current.undo();
      }
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [element, latest]);

  return useCallback(found => setElement(found), []);
}
